uniform vec3 uColour;
in vec3 vWorld;
in float vShown;
out vec4 outColour;

void main() {
  if (vShown < 1.0) discard;
  // Glass: clear where one looks straight through it, denser towards its edge.
  vec3 normal = normalize(cross(dFdx(vWorld), dFdy(vWorld)));
  float facing = abs(dot(normal, normalize(cameraPosition - vWorld)));
  outColour = vec4(uColour, mix(0.42, 0.14, facing));
}
