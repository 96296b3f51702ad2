out vec3 vNormal;
out vec3 vEye;

void main() {
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  vNormal = mat3(modelViewMatrix) * normal;
  vEye = eye.xyz;
  gl_Position = projectionMatrix * eye;
}
