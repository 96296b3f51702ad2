// A ridge as a slab of paper cut along its line: the face towards the viewer, and the cut.
in float aLight;
out float vLight;
out float vFar;

void main() {
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  vLight = aLight;
  vFar = farness(-eye.z);
  gl_Position = projectionMatrix * eye;
}
