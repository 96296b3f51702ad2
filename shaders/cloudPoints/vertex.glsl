// A cloud as discs of ink: depth by size and tone. The pose is in modelMatrix, so that a step rewrites no buffer.
uniform float uDiameter;    // CSS pixels in the middle of the subject
uniform float uHaloWidth;   // CSS pixels
uniform float uFacing;      // 1: what looks away from the eye is paler
uniform float uFade;        // how much of its ink a dot loses at the far end
uniform float uPull;
uniform vec3 uColour;
uniform vec3 uPaleColour;
uniform sampler2D uRamp;
uniform float uLimit;       // distance at the ramp's upper end; 0: uColour
uniform float uMorph;      // 0: at aStart, 1: at position
in vec3 aStart;
in vec3 aNormal;
in float aPale;
in float aValue;
uniform float uShape;       // 0 disc, else as in the fragment's
out vec3 vColour;
flat out float vRoom;
flat out float vRadius;
flat out float vHalo;

void main() {
  vec4 eye = modelViewMatrix * vec4(uMorph < 1.0 ? mix(aStart, position, uMorph) : position, 1.0);
  gl_Position = pulled(eye, uPull);
  float far = farness(-eye.z);
  bool pale = aPale > 0.5;
  vec3 colour = pale ? uPaleColour : uColour;
  if (uLimit > 0.0) colour = ramped(uRamp, aValue / uLimit);
  float lost = uFade * far;
  if (uFacing > 0.5) {
    vec3 normal = normalize(mat3(modelViewMatrix) * aNormal);
    float away = smoothstep(0.1, -0.25, dot(normal, normalize(-eye.xyz)));
    lost = mix(lost, 1.0, 0.62 * away);
  }
  vColour = mix(colour, uPaper, lost);
  float diameter = max(uDiameter * (pale ? 0.86 : 1.0) * uSwell * mix(1.28, 0.72, far) * uRatio, 1.3);
  vRadius = diameter * 0.5;
  vHalo = uHaloWidth * uRatio;
  // Corners reach farther than a disc.
  vRoom = uShape < 0.5 ? 1.0 : 1.4;
  gl_PointSize = (diameter + 2.0 * vHalo + 2.0) * vRoom;
}
