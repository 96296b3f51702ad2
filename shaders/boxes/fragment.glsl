uniform vec3 uPaper;
uniform float uFade;  // how much ink is lost at the far end
in vec3 vColour;
in float vLight;
in float vFar;
out vec4 outColour;

void main() {
  outColour = vec4(mix(vColour * vLight, uPaper, uFade * vFar), 1.0);
}
