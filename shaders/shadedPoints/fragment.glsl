in vec3 vColour;
out vec4 outColour;

void main() {
  vec2 d = gl_PointCoord - 0.5;
  if (dot(d, d) > 0.25) discard;
  outColour = vec4(vColour, 1.0);
}
