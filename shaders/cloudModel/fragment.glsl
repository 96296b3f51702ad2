// The model as a wash of ink: a soft sky, one key light, and a darker seam where the surface turns away.
uniform vec3 uPaper;
uniform vec3 uInk;
uniform vec3 uWash; // ink on lit ground, added in the shade, added at the seam
in vec3 vNormal;
in vec3 vEye;
out vec4 outColour;

void main() {
  vec3 normal = normalize(vNormal) * (gl_FrontFacing ? 1.0 : -1.0);
  float key = clamp(dot(normal, normalize(vec3(-0.45, 0.75, 0.5))), 0.0, 1.0);
  float sky = 0.5 + 0.5 * normal.y;
  float shade = 1.0 - (0.6 * key + 0.4 * sky);
  float seam = pow(1.0 - clamp(dot(normal, normalize(-vEye)), 0.0, 1.0), 3.0);
  float ink = uWash.x + uWash.y * shade + uWash.z * seam;
  outColour = vec4(mix(uPaper, uInk, ink), 1.0);
}
