uniform vec3 uPaper;
uniform float uRatio;
in vec3 vColour;
flat in float vForm;
flat in float vRadius;
flat in float vHalo;
out vec4 outColour;

// Signed distance to the border of a form whose size is r: disc, square, triangle, diamond, ring, cross.
float border(vec2 p, float r) {
  if (vForm < 0.5) return length(p) - r;
  if (vForm < 1.5) return max(abs(p.x), abs(p.y)) - 0.86 * r;
  if (vForm < 2.5) return max(0.866 * abs(p.x) - 0.5 * p.y, p.y) - 0.62 * r;
  if (vForm < 3.5) return (abs(p.x) + abs(p.y)) * 0.707 - 0.78 * r;
  if (vForm < 4.5) return abs(length(p) - 0.74 * r) - 0.28 * r;
  vec2 q = abs(vec2(p.x + p.y, p.x - p.y)) * 0.707;
  return max(min(q.x, q.y) - 0.26 * r, max(q.x, q.y) - 1.05 * r);
}

void main() {
  // A mark that something else stands for.
  if (vForm < -0.5) discard;
  vec2 p = (gl_PointCoord - 0.5) * (2.0 * (vRadius + vHalo) + 2.0);
  // Triangles stand on their base.
  p.y = -p.y;
  if (vForm > 1.5 && vForm < 2.5) p.y = -p.y - 0.16 * vRadius;
  float d = border(p, vRadius);
  float body = 1.0 - smoothstep(-0.5, 0.5, d);
  float halo = 0.85 * (1.0 - smoothstep(-0.5, 0.5, d - vHalo));
  float alpha = max(body, halo);
  if (alpha < 0.2) discard;
  outColour = vec4(mix(uPaper, vColour, body), alpha);
}
