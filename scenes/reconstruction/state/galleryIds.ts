/** Pictures of the gallery that are no procedural shapes, by their ids in links. */
export const galleryIds = ['teapot', 'guitar', 'wineglass', 'dog', 'officechair'] as const satisfies readonly string[];
export type GalleryId = (typeof galleryIds)[number];
