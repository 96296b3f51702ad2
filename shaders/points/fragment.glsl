uniform vec3 uHalo;
uniform float uHaloWidth; // CSS pixels; 0: none
uniform float uOpacity;
uniform float uRatio;
in vec3 vColour;
flat in float vShape;
flat in float vRadius;
flat in float vHidden;
out vec4 outColour;

// Signed distance in device pixels to the outline of a mark of radius r. Shapes in the order of `headShapes`, then `dot ring`.
float outline(vec2 p, float r) {
  if (vShape < 0.5) return length(p) - r;                                            // disc
  if (vShape < 1.5) return max(abs(p.x), abs(p.y)) - r * 0.84;                       // square
  if (vShape < 2.5) return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - r * 0.56;       // triangle, point up
  if (vShape < 3.5) return (abs(p.x) + abs(p.y)) * 0.7071 - r * 0.84;                // diamond
  if (vShape < 4.5) return abs(length(p) - r * 0.8) - r * 0.2;                       // ring
  vec2 q = abs(vec2(p.x + p.y, p.x - p.y) * 0.7071);
  if (vShape < 5.5) return max(min(q.x, q.y) - r * 0.3, max(q.x, q.y) - r);          // cross ×
  vec2 s = abs(p);
  return max(min(s.x, s.y) - r * 0.16, max(s.x, s.y) - r);                           // plus +
}

void main() {
  if (vHidden > 0.5) discard;
  vec2 p = (gl_PointCoord - 0.5) * vec2(1.0, -1.0) * (vRadius * 2.0 + 4.0 * uRatio);
  float d = outline(p, vRadius);
  float body = 1.0 - smoothstep(-0.5, 0.5, d);
  float halo = uHaloWidth > 0.0 ? 1.0 - smoothstep(-0.5, 0.5, d - uHaloWidth * uRatio) : 0.0;
  float alpha = max(body, halo * 0.85);
  if (alpha < 0.01) discard;
  outColour = vec4(mix(uHalo, vColour, body), alpha * uOpacity);
}
