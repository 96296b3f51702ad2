uniform sampler2D uDrape; // a picture of a part of the domain, its upper border first
uniform vec4 uDrapeAt;    // that part
uniform float uDraped;    // how much of it covers the height's own colour

vec3 draped(vec3 colour, vec2 point) {
  vec2 at = (point - uDrapeAt.xz) / (uDrapeAt.yw - uDrapeAt.xz);
  if (uDraped < 0.01 || at != clamp(at, 0.0, 1.0)) return colour;
  return mix(colour, texture(uDrape, vec2(at.x, 1.0 - at.y)).rgb, uDraped);
}
