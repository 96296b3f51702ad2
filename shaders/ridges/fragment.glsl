uniform vec3 uPaper;
uniform vec3 uColour;
uniform float uTint;  // how much of the hue the face has
uniform float uFade;  // how much of it is lost at the far end
in float vLight;
in float vFar;
out vec4 outColour;

void main() {
  float tint = clamp(uTint * vLight, 0.0, 1.0) * (1.0 - uFade * vFar);
  outColour = vec4(mix(uPaper, uColour, tint), 1.0);
}
