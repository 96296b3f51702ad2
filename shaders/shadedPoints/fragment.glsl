in vec3 vColour;
flat in float vBall;
out vec4 outColour;

void main() {
  vec2 d = gl_PointCoord - 0.5;
  float outSq = 4.0 * dot(d, d);
  if (outSq > 1.0) discard;
  // A ball is darker towards its border, the lower the more.
  float ball = 1.0 - 0.16 * vBall * outSq * (1.0 + d.y + d.x);
  outColour = vec4(vColour * ball, 1.0);
}
