uniform sampler2D uPicture;  // r: gray, premultiplied; g: the object's share of the pixel
uniform float uOpacity;
uniform vec3 uPaper;
uniform vec3 uInk;
in vec2 vAt;
in vec2 vFrame;
out vec4 outColour;

void main() {
  vec2 texel = texture(uPicture, vAt).rg;
  vec3 colour = vec3(texel.r / max(texel.g, 0.004));
  // Paper under it, and a line around it: what the network was given ends there.
  vec2 edge = min(vFrame, 1.0 - vFrame) / fwidth(vFrame);
  float line = 1.0 - smoothstep(0.7, 1.7, min(edge.x, edge.y));
  vec3 ground = mix(uPaper, uInk, 0.07);
  vec3 shown = mix(mix(ground, colour, texel.g), uInk, 0.45 * line);
  outColour = vec4(shown, max(mix(0.55, 1.0, max(texel.g, line)), line) * uOpacity);
}
