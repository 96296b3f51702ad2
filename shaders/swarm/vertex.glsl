// Thousands of starts: the kernel gives two neighbouring steps, the frame only mixes them.
uniform float uMix;
uniform float uRatio;
uniform float uPull;
in vec4 aSteps; // x, y after a step; x, y after the next
out float vShown;

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
  gl_Position = shown ? project(displayPoint(p, f), uPull) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = clamp(78.0 / gl_Position.w, 1.6, 3.4) * uRatio;
}
