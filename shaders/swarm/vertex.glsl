// Thousands of starts: the kernel gives two neighbouring steps, the frame only mixes them.
uniform vec2 uViewport; // device pixels
uniform float uMix;
uniform float uRatio;
uniform float uPull;
in vec4 aSteps; // x, y after a step; x, y after the next
out vec2 vTail;  // from the dot to the end of its tail, device pixels
out float vRadius;
out float vSize;
out float vLow;  // 0 where the loss is that of the cut, 1 where it is a ten-thousandth of that or less
out float vShown;

const float TAIL = 16.0; // CSS pixels at most

bool drawable(vec2 p) {
  return p.x == p.x && p.y == p.y && !outsideDomain(p);
}

void main() {
  vec2 p = mix(aSteps.xy, aSteps.zw, uMix);
  // Beyond 1e30 or NaN: diverged, never a vertex.
  bool shown = drawable(aSteps.xy) && drawable(p);
  float f = shown ? heightfield(p).x : 0.0;
  shown = shown && f <= uCut;
  vShown = shown ? 1.0 : 0.0;
  vec4 clip = shown ? project(displayPoint(p, f), uPull) : vec4(2.0, 2.0, 2.0, 1.0);
  vRadius = clamp(92.0 / clip.w, 2.0, 4.4) * 0.5 * uRatio;
  vLow = clamp(-log(max((f - uHeight.x) * uHeight.y, 1e-4)) / 9.2103, 0.0, 1.0);
  // Where it comes from: a tail while it moves, none once it has arrived.
  vTail = vec2(0.0);
  if (shown && uMix > 0.0 && uMix < 1.0) {
    vec4 from = project(displayPoint(aSteps.xy, min(heightfield(aSteps.xy).x, uCut)), uPull);
    vec2 back = (from.xy / from.w - clip.xy / clip.w) * uViewport * 0.5;
    float way = length(back);
    if (way > 1e-3) vTail = back / way * min(way, TAIL * uRatio) * (1.0 - uMix);
  }
  vSize = 2.0 * (vRadius + length(vTail)) + 2.0;
  gl_Position = clip;
  gl_PointSize = vSize;
}
