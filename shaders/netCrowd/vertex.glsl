// Held-out digits as small pictures of themselves, in the hue of what the net answers.
uniform float uDiameter;  // CSS pixels
uniform float uRatio;
in vec3 aPoint;           // x, y, f
in vec4 aLook;            // red, green, blue; 1 where the answer is wrong
out vec3 vColour;
flat out float vWrong;
flat out int vTile;

void main() {
  gl_Position = project(displayPoint(aPoint.xy, aPoint.z), 0.3);
  vColour = aLook.rgb;
  vWrong = aLook.a;
  vTile = gl_VertexID;
  gl_PointSize = uDiameter * uRatio;
}
