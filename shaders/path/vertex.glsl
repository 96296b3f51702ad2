// A thick screen-space line: one instance a segment, grown by uRow alone.
uniform vec2 uViewport;  // device pixels
uniform float uWidth;    // CSS pixels
uniform float uRatio;
uniform float uRow;      // how far the path is drawn, in rows
uniform float uPull;
uniform float uFlat;     // 1: the shadow on the plan
uniform float uCap;      // 1: round caps
in vec4 aStart;          // x, y, f, row
in vec4 aEnd;
out vec2 vLocal;         // along, across; device pixels
out float vLength;
out float vF;

// An end with f below −1e29 stands on the plan (foot of a plumb line).
vec4 place(vec4 q) {
  bool flatEnd = uFlat > 0.5 || q.z < -1e29;
  return project(flatEnd ? floorPoint(q.xy) : displayPoint(q.xy, q.z), uPull);
}

void main() {
  float grown = clamp((uRow - aStart.w) / max(aEnd.w - aStart.w, 1e-6), 0.0, 1.0);
  vec4 end = mix(aStart, aEnd, grown);
  vec4 p = place(aStart);
  vec4 q = place(end);
  vec2 from = p.xy / p.w * uViewport * 0.5;
  vec2 to = q.xy / q.w * uViewport * 0.5;
  float size = length(to - from);
  vec2 along = size > 1e-4 ? (to - from) / size : vec2(1.0, 0.0);
  float reach = uWidth * uRatio * 0.5 + 1.0;
  float cap = uCap > 0.5 ? reach : 0.0;
  vec4 clip = position.x < 0.5 ? p : q;
  vec2 offset = vec2(-along.y, along.x) * position.y * reach + along * (position.x * 2.0 - 1.0) * cap;
  clip.xy += offset / (uViewport * 0.5) * clip.w;
  // Nothing grown yet: no pixel.
  gl_Position = uRow > aStart.w || aEnd.w < 0.0 ? clip : vec4(2.0, 2.0, 2.0, 1.0);
  vLocal = vec2(position.x < 0.5 ? -cap : size + cap, position.y * reach);
  vLength = size;
  vF = position.x < 0.5 ? aStart.z : end.z;
}
