// Shapes on the map of kin: each category its own hue and form.
uniform float uDiameter;   // CSS pixels in the middle of the map
uniform float uHaloWidth;  // CSS pixels
uniform float uFade;       // how much of its ink a mark loses at the far end
in vec3 aColour;
in float aForm;
in float aLit;
out vec3 vColour;
flat out float vForm;
flat out float vRadius;
flat out float vHalo;

void main() {
  vec4 eye = modelViewMatrix * vec4(position, 1.0);
  gl_Position = pulled(eye, 0.2 + 0.4 * aLit);
  float far = farness(-eye.z);
  vColour = mix(aColour, uPaper, uFade * far * (1.0 - aLit));
  vForm = aForm;
  vRadius = 0.5 * uDiameter * uSwell * mix(1.25, 0.75, far) * mix(1.0, 1.5, aLit) * uRatio;
  vHalo = uHaloWidth * uRatio;
  gl_PointSize = 2.0 * (vRadius + vHalo) + 2.0;
}
