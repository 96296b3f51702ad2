/** Where training meshes come from: public repositories in which a file says CC0, and Debian's package of SweetHome3D's furniture. */
export interface MeshSource {
  readonly id: string;
  /** owner/name on GitHub at `commit`, or a Debian package's library. */
  readonly from: { readonly repository: string; readonly commit: string } | { readonly library: string };
  readonly creator: string;
  readonly licence: 'CC0';
  /** The file that says so, in the same repository or library. */
  readonly licenceFile: string;
  /** Which files of it are looked at. */
  readonly files: RegExp;
  /** What among them is no thing that stands on its own: tiles, walls, terrain, characters; seen on the contact sheet or by name. */
  readonly leave?: RegExp;
}

const mixed = {
  repository: 'beep2bleep/FreeAssetsByKenneyNLandQuaternius',
  commit: 'dea756baf3b3a4889d8c245e456a4791f961578a',
};
const Q = 'FreeModels by Quaternius\\[Patreon\\]';
const quaternius = (id: string, folder: string, leave?: RegExp): MeshSource => ({
  id,
  from: mixed,
  creator: 'Quaternius',
  licence: 'CC0',
  licenceFile: 'FreeModels by Quaternius[Patreon]/License.txt',
  files: new RegExp(`^${Q}/${folder}/FBX/[^/]*\\.fbx$`),
  ...(leave && { leave }),
});
const kenney = (id: string, folder: string, files: RegExp, leave?: RegExp): MeshSource => ({
  id,
  from: mixed,
  creator: 'Kenney',
  licence: 'CC0',
  licenceFile: `Kenny NL Assets/${folder}/License.txt`,
  files,
  ...(leave && { leave }),
});

export const sources: readonly MeshSource[] = [
  {
    id: 'sweethome',
    from: { library: 'BlendSwap-CC-0' },
    creator: 'Blend Swap contributors, as the catalogue names them',
    licence: 'CC0',
    licenceFile: 'LICENSE.TXT',
    files: /\.obj$/,
  },
  {
    id: 'furniture-kit',
    from: { repository: 'shizizuo14-bot/WhyBuddy', commit: '5ace76d412e968e49bed78c878797c75cbc6bc2d' },
    creator: 'Kenney',
    licence: 'CC0',
    licenceFile: 'client/public/kenney_furniture-kit/License.txt',
    files: /^client\/public\/kenney_furniture-kit\/Models\/OBJ format\/[^/]*\.obj$/,
    leave: /\/(floor|wall|doorway|rug|paneling|pillow|stairs)/,
  },
  {
    id: 'car-kit',
    from: { repository: 'wndzlf/TapTapCho', commit: '63e83a078c7b3120746f3c244e6ea45785a08057' },
    creator: 'Kenney',
    licence: 'CC0',
    licenceFile: 'static/vendor/kenney_car-kit/License.txt',
    files: /^static\/vendor\/kenney_car-kit\/Models\/OBJ format\/[^/]*\.obj$/,
    leave: /\/(debris|box|cone|wheel)/,
  },
  {
    id: 'retro-urban-kit',
    from: { repository: 'wndzlf/TapTapCho', commit: '63e83a078c7b3120746f3c244e6ea45785a08057' },
    creator: 'Kenney',
    licence: 'CC0',
    licenceFile: 'static/vendor/kenney_retro-urban-kit/License.txt',
    files: /^static\/vendor\/kenney_retro-urban-kit\/Models\/OBJ format\/[^/]*\.obj$/,
    leave: /\/(wall|road|grass|cliff|roof|window|door|balcony|tree|scaffolding-poles|detail-(bricks|cables|awning))/,
  },
  quaternius('q-furniture-2019', 'Home and Buildings/Furniture Pack - March 2019'),
  quaternius('q-furniture-2017', 'Home and Buildings/Furniture Pack - Oct 2017'),
  quaternius('q-street', 'Home and Buildings/Modular Street Pack - Mar 2018', /street|road/i),
  quaternius('q-buildings', 'Home and Buildings/Buildings Pack - Jan 2019'),
  quaternius('q-buildings-2017', 'Home and Buildings/Buildings pack - Aug 2017'),
  quaternius('q-farm', 'Home and Buildings/Farm Buildings - Sept 2018'),
  quaternius('q-civilization', 'Home and Buildings/Civilization Buildings - May 2018'),
  quaternius('q-guns', 'FPS/Sci-Fi Guns - May 2018'),
  quaternius('q-weapons', 'Medieval/Medieval Weapons Pack - Sept 2018'),
  quaternius('q-dungeon', 'Medieval/Modular Dungeon Pack - Jan 2018', /wall|floor|arch|stairs|column|rock/i),
  quaternius(
    'q-dungeon-2019',
    'Medieval/Updated Modular Dungeon - May 2019',
    /wall|floor|arch|stairs|cobweb|brick|carpet|trap_empty/i,
  ),
  quaternius('q-pirate', 'Medieval/Pirate Pack - Oct 2016'),
  quaternius('q-rpg', 'Medieval/RPG Asset Pack - May 2017'),
  quaternius('q-holiday', 'Miscellaneous/Holiday pack - Nov 2016', /terrain/i),
  quaternius('q-food', 'Miscellaneous/Junk Food Pack - Apr 2017'),
  quaternius('q-christmas', 'Nature/Christmas Pack \\[Patreon Exclusive\\]'),
  quaternius(
    'q-platformer',
    'Nature/Platformer Pack - Nov 2018',
    /cube|ground|platform|grass|cloud|rope|spike_single/i,
  ),
  quaternius('q-spaceships', 'Space/Spaceship Pack - Jan 2018'),
  quaternius('q-planes', 'Vehicles/Airplane pack - Jan 2017'),
  quaternius('q-cars', 'Vehicles/Basic Car Pack - Jan 2017'),
  quaternius('q-cars-2018', 'Vehicles/Realistic Car Pack - Nov 2018'),
  quaternius('q-transport', 'Vehicles/Public Transport Pack - Feb 2017'),
  quaternius('q-ships', 'Vehicles/Ship pack - Feb 2018'),
  quaternius('q-tanks', 'Vehicles/Tank Pack - June 2019'),
  quaternius('q-trains', 'Vehicles/Train Pack - April 2019', /rail|track/i),
  kenney('castle-kit', 'Castle Kit (1.0)', /^Kenny NL Assets\/Castle Kit \(1\.0\)\/Models\/[^/]*\.fbx$/i, /wall|ground|stairs|tower|flagBanner|bridge|king/i), // prettier-ignore
  kenney(
    'graveyard-kit',
    'Graveyard Kit (0.2)',
    /^Kenny NL Assets\/Graveyard Kit \(0\.2\)\/Models\/[^/]*\.fbx$/i,
    /debris/,
  ),
  kenney('space-kit', 'Space Kit (1.0)', /^Kenny NL Assets\/Space Kit \(1\.0\)\/Models\/[^/]*\.fbx$/i, /terrain|corridor|wall|floor|crater|road|tile|stairs|sabelOff/i), // prettier-ignore
  kenney('platformer-kit', 'Platformer Kit (1.0)', /^Kenny NL Assets\/Platformer Kit \(1\.0\)\/Models\/GLTF format\/[^/]*\.(glb|gltf)$/, /block|cliff|path|platform|river|grass|hedge|ramp/i), // prettier-ignore
  {
    id: 'mini-arena',
    from: { repository: 'szabadkai/microDrift', commit: '91918655e36f70d972a7dcc6a747321f0699e040' },
    creator: 'Kenney',
    licence: 'CC0',
    licenceFile: 'BasicKit/Mini Arena/License.txt',
    files: /^BasicKit\/Mini Arena\/Models\/GLB format\/[^/]*\.glb$/,
    leave: /\/(floor|wall|border|character|block|stairs|bricks)/,
  },
  ...(
    [
      ['city-builder', '48458e6f343d6369ac015c77476eb262b964df2b', /\/(road|grass|pavement)/],
      ['racing', '2f2e5f2646dda89cb21d4e8539bab60c6e955dc8', /\/(track|decoration-)/],
      ['fps', 'cc46ba7b2b14275916429df7fdf7692f431902f2', /\/(wall|platform|grass|cloud)/],
      ['3d-platformer', '3fa8a04b1c01ab23db43123d4ce814a34c3fc7f0', /\/(platform|grass|dust|character|cloud|brick)/],
    ] as const
  ).map(([name, commit, leave]): MeshSource => {
    const words = name.split('-').map((word) => (word === 'fps' ? 'FPS' : `${word[0]!.toUpperCase()}${word.slice(1)}`));
    return {
      id: name,
      from: { repository: `KenneyNL/Starter-Kit-${words.join('-').replace('3d', '3D')}`, commit },
      creator: 'Kenney',
      licence: 'CC0',
      licenceFile: 'README.md',
      files: /^models\/[^/]*\.glb$/,
      leave,
    };
  }),
  {
    // Each model's info.json says license 1, which src/helpers/constants/licenses.js of pmndrs/market calls CC0; only creators that are known by name.
    id: 'market',
    from: { repository: 'pmndrs/market-assets', commit: 'c9cfa0236a012093edd5affe200808752375bd90' },
    creator: 'Kenney (Food, Car, Pirate and other kits), Sara Vieira, CreativeTrio',
    licence: 'CC0',
    licenceFile: 'files/models/*/info.json',
    files:
      /^files\/models\/(?!(bike|bunny|cactus|coronavirus|cyborg-female|dogue|dragon|guitar|headphones|helicopter|les-paul|low-poly-horse|lucy|male|mechanical-keyboard-tenkeyless|mechanical-keyboard|nes-controller|nes|pirate-captain|pirate-crew|pirate-officer|skater-female|skater-male|survivor-female|survivor-male|sushi-roll|suzanne-high-poly|suzanne-low-poly|zombie-1|zombie-2)\/)[^/]*\/[^/]*\.gltf$/,
    leave: /\/(node|hole|react-logo|low-poly-farm)$/,
  },
];
