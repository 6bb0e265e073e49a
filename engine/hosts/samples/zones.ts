/** New York's taxi zones, as its Taxi and Limousine Commission numbers and names them; by borough, ten a line, from zone 1 on. */
const ZONES = `
E|Newark Airport;Q|Jamaica Bay;X|Allerton/Pelham Gardens;M|Alphabet City;R|Arden Heights;R|Arrochar/Fort Wadsworth;Q|Astoria;Q|Astoria Park;Q|Auburndale;Q|Baisley Park
K|Bath Beach;M|Battery Park;M|Battery Park City;K|Bay Ridge;Q|Bay Terrace/Fort Totten;Q|Bayside;K|Bedford;X|Bedford Park;Q|Bellerose;X|Belmont
K|Bensonhurst East;K|Bensonhurst West;R|Bloomfield/Emerson Hill;M|Bloomingdale;K|Boerum Hill;K|Borough Park;Q|Breezy Point/Fort Tilden/Riis Beach;Q|Briarwood/Jamaica Hills;K|Brighton Beach;Q|Broad Channel
X|Bronx Park;X|Bronxdale;K|Brooklyn Heights;K|Brooklyn Navy Yard;K|Brownsville;K|Bushwick North;K|Bushwick South;Q|Cambria Heights;K|Canarsie;K|Carroll Gardens
M|Central Harlem;M|Central Harlem North;M|Central Park;R|Charleston/Tottenville;M|Chinatown;X|City Island;X|Claremont/Bathgate;M|Clinton East;K|Clinton Hill;M|Clinton West
X|Co-Op City;K|Cobble Hill;Q|College Point;K|Columbia Street;K|Coney Island;Q|Corona;Q|Corona;X|Country Club;X|Crotona Park;X|Crotona Park East
K|Crown Heights North;K|Crown Heights South;K|Cypress Hills;Q|Douglaston;K|Downtown Brooklyn/MetroTech;K|DUMBO/Vinegar Hill;K|Dyker Heights;M|East Chelsea;X|East Concourse/Concourse Village;Q|East Elmhurst
K|East Flatbush/Farragut;K|East Flatbush/Remsen Village;Q|East Flushing;M|East Harlem North;M|East Harlem South;K|East New York;K|East New York/Pennsylvania Avenue;X|East Tremont;M|East Village;K|East Williamsburg
X|Eastchester;Q|Elmhurst;Q|Elmhurst/Maspeth;R|Eltingville/Annadale/Prince's Bay;K|Erasmus;Q|Far Rockaway;M|Financial District North;M|Financial District South;K|Flatbush/Ditmas Park;M|Flatiron
K|Flatlands;Q|Flushing;Q|Flushing Meadows-Corona Park;X|Fordham South;Q|Forest Hills;Q|Forest Park/Highland Park;K|Fort Greene;Q|Fresh Meadows;R|Freshkills Park;M|Garment District
Q|Glen Oaks;Q|Glendale;M|Governor's Island/Ellis Island/Liberty Island;M|Governor's Island/Ellis Island/Liberty Island;M|Governor's Island/Ellis Island/Liberty Island;K|Gowanus;M|Gramercy;K|Gravesend;R|Great Kills;R|Great Kills Park
K|Green-Wood Cemetery;K|Greenpoint;M|Greenwich Village North;M|Greenwich Village South;R|Grymes Hill/Clifton;M|Hamilton Heights;Q|Hammels/Arverne;R|Heartland Village/Todt Hill;X|Highbridge;M|Highbridge Park
Q|Hillcrest/Pomonok;Q|Hollis;K|Homecrest;Q|Howard Beach;M|Hudson Sq;X|Hunts Point;M|Inwood;M|Inwood Hill Park;Q|Jackson Heights;Q|Jamaica
Q|Jamaica Estates;Q|JFK Airport;K|Kensington;Q|Kew Gardens;Q|Kew Gardens Hills;X|Kingsbridge Heights;M|Kips Bay;Q|LaGuardia Airport;Q|Laurelton;M|Lenox Hill East
M|Lenox Hill West;M|Lincoln Square East;M|Lincoln Square West;M|Little Italy/NoLiTa;Q|Long Island City/Hunters Point;Q|Long Island City/Queens Plaza;X|Longwood;M|Lower East Side;K|Madison;K|Manhattan Beach
M|Manhattan Valley;M|Manhattanville;M|Marble Hill;K|Marine Park/Floyd Bennett Field;K|Marine Park/Mill Basin;R|Mariners Harbor;Q|Maspeth;M|Meatpacking/West Village West;X|Melrose South;Q|Middle Village
M|Midtown Center;M|Midtown East;M|Midtown North;M|Midtown South;K|Midwood;M|Morningside Heights;X|Morrisania/Melrose;X|Mott Haven/Port Morris;X|Mount Hope;M|Murray Hill
Q|Murray Hill-Queens;R|New Dorp/Midland Beach;Q|North Corona;X|Norwood;Q|Oakland Gardens;R|Oakwood;K|Ocean Hill;K|Ocean Parkway South;Q|Old Astoria;Q|Ozone Park
K|Park Slope;X|Parkchester;X|Pelham Bay;X|Pelham Bay Park;X|Pelham Parkway;M|Penn Station/Madison Sq West;R|Port Richmond;K|Prospect-Lefferts Gardens;K|Prospect Heights;K|Prospect Park
Q|Queens Village;Q|Queensboro Hill;Q|Queensbridge/Ravenswood;M|Randalls Island;K|Red Hook;Q|Rego Park;Q|Richmond Hill;Q|Ridgewood;X|Rikers Island;X|Riverdale/North Riverdale/Fieldston
Q|Rockaway Park;M|Roosevelt Island;Q|Rosedale;R|Rossville/Woodrow;Q|Saint Albans;R|Saint George/New Brighton;Q|Saint Michaels Cemetery/Woodside;X|Schuylerville/Edgewater Park;M|Seaport;K|Sheepshead Bay
M|SoHo;X|Soundview/Bruckner;X|Soundview/Castle Hill;R|South Beach/Dongan Hills;Q|South Jamaica;Q|South Ozone Park;K|South Williamsburg;Q|Springfield Gardens North;Q|Springfield Gardens South;X|Spuyten Duyvil/Kingsbridge
R|Stapleton;K|Starrett City;Q|Steinway;M|Stuy Town/Peter Cooper Village;K|Stuyvesant Heights;Q|Sunnyside;K|Sunset Park East;K|Sunset Park West;M|Sutton Place/Turtle Bay North;M|Times Sq/Theatre District
M|TriBeCa/Civic Center;M|Two Bridges/Seward Park;M|UN/Turtle Bay South;M|Union Sq;X|University Heights/Morris Heights;M|Upper East Side North;M|Upper East Side South;M|Upper West Side North;M|Upper West Side South;X|Van Cortlandt Park
X|Van Cortlandt Village;X|Van Nest/Morris Park;M|Washington Heights North;M|Washington Heights South;R|West Brighton;M|West Chelsea/Hudson Yards;X|West Concourse;X|West Farms/Bronx River;M|West Village;X|Westchester Village/Unionport
R|Westerleigh;Q|Whitestone;Q|Willets Point;X|Williamsbridge/Olinville;K|Williamsburg (North Side);K|Williamsburg (South Side);K|Windsor Terrace;Q|Woodhaven;X|Woodlawn/Wakefield;Q|Woodside
M|World Trade Center;M|Yorkville East;M|Yorkville West
`
  .trim()
  .split(/[;\n]/);

const BOROUGHS: Record<string, string> = {
  E: 'EWR',
  K: 'Brooklyn',
  M: 'Manhattan',
  Q: 'Queens',
  R: 'Staten Island',
  X: 'Bronx',
};

const AIRPORTS: ReadonlySet<number> = new Set([132, 138]);
/** Zones of Manhattan where green cabs may take people in the street. */
const GREEN: ReadonlySet<number> = new Set([41, 42, 74, 75, 116, 120, 127, 128, 152, 153, 166, 202, 243, 244]);

/** `current`: as the commission publishes it today; the older file differs in the last two rows. */
export function zonesCsv(edition: 'current' | 'older'): string {
  const rows = ZONES.map((zone, at) => {
    const [letter = '', name = ''] = zone.split('|');
    return [at + 1, BOROUGHS[letter] ?? '', name, serviceOf(at + 1, letter)] as const;
  });
  const last =
    edition === 'current'
      ? ([
          [264, 'Unknown', 'N/A', 'N/A'],
          [265, 'N/A', 'Outside of NYC', 'N/A'],
        ] as const)
      : ([
          [264, 'Unknown', 'NV', 'N/A'],
          [265, 'Unknown', 'NA', 'N/A'],
        ] as const);
  const lines = [...rows, ...last].map(([id, ...texts]) => [id, ...texts.map((text) => `"${text}"`)].join(','));
  return `${['"LocationID","Borough","Zone","service_zone"', ...lines].join('\n')}\n`;
}

function serviceOf(id: number, letter: string): string {
  if (letter === 'E') return 'EWR';
  if (AIRPORTS.has(id)) return 'Airports';
  return letter === 'M' && !GREEN.has(id) ? 'Yellow Zone' : 'Boro Zone';
}
