// Boxes along the axes, each from a corner to the one across.
in vec3 aFrom;
in vec3 aTo;
in vec3 aColour;
out vec3 vColour;
out float vLight;
out float vFar;

// From the upper left, as on the reliefs.
const vec3 KEY = normalize(vec3(-0.5, 0.8, 0.6));

void main() {
  vec4 eye = modelViewMatrix * vec4(mix(aFrom, aTo, position), 1.0);
  vColour = aColour;
  vLight = 0.8 + 0.26 * dot(normal, KEY);
  vFar = farness(-eye.z);
  gl_Position = projectionMatrix * eye;
}
