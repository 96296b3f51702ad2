// Shapes on the map of kin as small pictures of themselves, in the hue of their category.
uniform float uDiameter;   // CSS pixels in the middle of the map
uniform float uFade;       // how much of its ink a picture loses at the far end
in vec3 aColour;
in float aReady;
in float aLit;
out vec3 vColour;
flat out int vTile;

void main() {
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  gl_Position = pulled(eye, 0.2 + 0.4 * aLit);
  float far = farness(-eye.z);
  vColour = mix(aColour, uPaper, uFade * far * (1.0 - aLit));
  vTile = gl_VertexID;
  gl_PointSize = uDiameter * uSwell * mix(1.25, 0.75, far) * mix(1.0, 1.4, aLit) * uRatio;
  if (aReady < 0.5) gl_Position = vec4(0.0, 0.0, 2.0, 1.0);
}
