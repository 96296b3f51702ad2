uniform vec3 uColour;
uniform float uOpacity;
in float vShown;
out vec4 outColour;

void main() {
  float d = length(gl_PointCoord - 0.5) * 2.0;
  float alpha = uOpacity * (1.0 - smoothstep(0.55, 1.0, d)) * vShown;
  if (alpha < 0.01) discard;
  outColour = vec4(uColour, alpha);
}
