// A sheet of the input plane that a layer has taken elsewhere.
in float aValue;
out float vValue;
out float vFar;
out vec3 vEye;

void main() {
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  vValue = aValue;
  vEye = eye.xyz;
  vFar = farness(-eye.z);
  gl_Position = projectionMatrix * eye;
}
