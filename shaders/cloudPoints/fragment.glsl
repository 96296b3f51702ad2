uniform float uOpacity;
uniform float uRim;       // how much darker a disc's border is: 0 for dots too small to have one
uniform vec3 uPaper;
uniform vec3 uInk;
uniform float uRatio;
in vec3 vColour;
flat in float vRadius;
flat in float vHalo;
out vec4 outColour;

void main() {
  float d = length(gl_PointCoord - 0.5) * (vRadius * 2.0 + 2.0 * vHalo + 2.0);
  float body = 1.0 - smoothstep(vRadius - 0.5, vRadius + 0.5, d);
  float halo = vHalo > 0.0 ? 0.85 * (1.0 - smoothstep(-0.5, 0.5, d - vRadius - vHalo)) : 0.0;
  float alpha = max(body, halo);
  // Depth is written wherever something is drawn.
  if (alpha < 0.2) discard;
  float rim = uRim * smoothstep(vRadius - 1.5 * uRatio, vRadius - 0.3, d);
  vec3 colour = mix(vColour, vColour * 0.55, rim);
  outColour = vec4(mix(uPaper, colour, body), alpha * uOpacity);
}
