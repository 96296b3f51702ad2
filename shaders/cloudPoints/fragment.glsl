uniform float uOpacity;
uniform float uRim;       // how much darker a disc's border is: 0 for dots too small to have one
uniform vec3 uPaper;
uniform vec3 uInk;
uniform float uRatio;
uniform float uShape;     // 0 disc, 1 square, 2 triangle, 3 diamond: as heads are in charts
in vec3 vColour;
flat in float vRadius;
flat in float vHalo;
flat in float vRoom;
out vec4 outColour;

// How far a place is from the middle, such that the border of the shape is where a disc's would be: all of like area.
float fromMiddle(vec2 p) {
  if (uShape < 0.5) return length(p);
  if (uShape < 1.5) return max(abs(p.x), abs(p.y)) * 1.13;
  if (uShape < 2.5) return max(p.y, abs(p.x) * 0.866 - p.y * 0.5) * 1.45;
  return (abs(p.x) + abs(p.y)) * 0.8;
}

void main() {
  float d = fromMiddle(gl_PointCoord - 0.5) * (vRadius * 2.0 + 2.0 * vHalo + 2.0) * vRoom;
  float body = 1.0 - smoothstep(vRadius - 0.5, vRadius + 0.5, d);
  float halo = vHalo > 0.0 ? 0.85 * (1.0 - smoothstep(-0.5, 0.5, d - vRadius - vHalo)) : 0.0;
  float alpha = max(body, halo);
  // Depth is written wherever something is drawn.
  if (alpha < 0.2) discard;
  float rim = uRim * smoothstep(vRadius - 1.5 * uRatio, vRadius - 0.3, d);
  vec3 colour = mix(vColour, vColour * 0.55, rim);
  outColour = vec4(mix(uPaper, colour, body), alpha * uOpacity);
}
