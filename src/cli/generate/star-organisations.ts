import type { PoolClient } from 'pg';
import { newId } from '#lib/server/id.ts';
import type { OrganisationKind, Sector } from '#modules/organisations/organisation.ts';
import { claims, organisations, pioneers, seats } from '#modules/organisations/server/tables.ts';
import { people } from '#modules/people/server/tables.ts';
import { angermuende, cast, herzberg, marktleuthen, organisationOf, wunsiedel } from '#testing/cast.ts';
import { copyTable } from './copy-table.ts';

const day = 86_400_000;
const prenzlau = '12073452';
const templin = '12073572';
const goerlitz = '14626110';
const selb = '09479152';

type Told = {
	slug: string;
	name: string;
	kind: OrganisationKind;
	sector: Sector;
	placeAgs: string;
	summary: string;
	topics: string[];
	offers: string[];
	needs: string[];
	website?: string;
	founder?: string;
};

/** Invented organisations in real towns. */
const told: Told[] = [
	{
		...{ slug: 'werkhof-angermuende', name: 'Werkhof Angermünde', kind: 'initiative', sector: 'culture', placeAgs: angermuende },
		summary:
			'Sieben Leute, eine Tischlerin, ein Fahrradmechaniker und viel Geduld: Wir gründen einen Verein für eine offene Werkstatt mit Café.',
		...{ topics: ['Reparatur', 'Treffpunkt'], offers: ['Reparaturtage', 'Lastenrad'], needs: ['ein Haus', 'Hilfe bei der Satzung'] },
		founder: cast.amira.id
	},
	{
		...{
			slug: 'kulturbahnhof-fichtelgebirge',
			name: 'Kulturbahnhof Fichtelgebirge',
			kind: 'association',
			sector: 'culture',
			placeAgs: marktleuthen
		},
		summary:
			'Ein Kollektiv, das Bühnen dorthin bringt, wo der letzte Zug um sechs fährt. Gesucht ist eine feste Bühne, gern im Bahnhof selbst.',
		...{ topics: ['Bühne', 'Musik', 'Mobilität'], offers: ['Technik', 'Programm'], needs: ['Saal ab 120 m²'] },
		founder: cast.jonas.id
	},
	{
		...{
			slug: 'uckermark-stiftung-haus-und-hof',
			name: 'Stiftung Haus und Hof Uckermark',
			kind: 'foundation',
			sector: 'foundations',
			placeAgs: prenzlau
		},
		summary: 'Kauft leere Häuser, vergibt sie im Erbbaurecht an Gruppen und hält den Boden dauerhaft aus dem Handel.',
		...{ topics: ['Erbbaurecht', 'Bodenpolitik'], offers: ['Zwischenerwerb', 'Beratung zum Erbbaurecht'], needs: ['Häuser mit Geschichte'] }
	},
	{
		...{
			slug: 'ziegel-und-zimmer',
			name: 'Ziegel & Zimmer Handwerksgenossenschaft',
			kind: 'cooperative',
			sector: 'development',
			placeAgs: herzberg
		},
		summary: 'Neun Betriebe bauen gemeinsam im Bestand: Dach, Lehm, Holz, Fenster. Auch kleine Aufträge, auch Mitbauen.',
		...{ topics: ['Bauen im Bestand', 'Lehm'], offers: ['Bestandsaufnahme', 'Anleitung zum Selbstbau'], needs: ['Lagerhalle'] }
	},
	{
		...{ slug: 'hofladen-kombinat', name: 'Hofladen-Kombinat GmbH', kind: 'company', sector: 'centre_management', placeAgs: templin },
		summary: 'Betreibt Dorfläden ohne Personal und mit viel Gespräch: ein Raum, ein Schlüssel, ein Regal für alle Höfe der Gegend.',
		...{ topics: ['Nahversorgung'], offers: ['Betrieb von Dorfläden'], needs: ['Erdgeschoss in Ortsmitte'] }
	},
	{
		...{
			slug: 'hochschule-neisse-reallabor',
			name: 'Reallabor Neiße, Hochschule für Stadt und Land',
			kind: 'university',
			sector: 'intermediaries',
			placeAgs: goerlitz
		},
		summary: 'Studierende entwickeln mit Kommunen Nutzungen für große leere Häuser, vom Aufmaß bis zur Probewoche vor Ort.',
		...{ topics: ['Umbaukultur', 'Probewohnen'], offers: ['Aufmaß', 'Entwurfswerkstatt'], needs: ['Häuser für das Sommersemester'] }
	},
	{
		...{
			slug: 'kirchspiel-offene-kirche-selb',
			name: 'Kirchspiel Offene Kirche Selb',
			kind: 'church',
			sector: 'associations',
			placeAgs: selb
		},
		summary: 'Drei Gemeinden, eine Kirche zu viel. Wir suchen eine Nutzung, die den Raum ehrt und im Winter heizt.',
		...{ topics: ['Umnutzung von Kirchen'], offers: ['Kirchenraum', 'Küche'], needs: ['Partner:innen für den Betrieb'] }
	},
	{
		...{
			slug: 'regionalagentur-ost-leerstand',
			name: 'Regionalagentur Leerstand Ost',
			kind: 'authority',
			sector: 'intermediaries',
			placeAgs: goerlitz
		},
		summary: 'Berät kleine Gemeinden zu Förderung, Vergabe nach Konzept und dem ersten Gespräch mit Eigentümer:innen.',
		...{ topics: ['Förderung', 'Konzeptvergabe'], offers: ['Erstberatung'], needs: ['Beispiele aus der Praxis'] }
	},
	{
		...{ slug: 'netz-der-dorfbuehnen', name: 'Netz der Dorfbühnen', kind: 'association', sector: 'associations', placeAgs: wunsiedel },
		summary: 'Vierzig Säle zwischen Hof und Passau, die wieder spielen. Wir teilen Programm, Technik und die Nummer der Brandschutzfrau.',
		...{ topics: ['Säle', 'Ehrenamt'], offers: ['Beratung zur Versammlungsstätte'], needs: [] }
	},
	{
		...{ slug: 'quartier-am-markt', name: 'Quartier am Markt', kind: 'other', sector: 'centre_management', placeAgs: prenzlau },
		summary: 'Ein Zusammenschluss von Läden, Mieter:innen und Stadt: Wir kümmern uns um die Erdgeschosse rund um den Markt.',
		...{ topics: ['Ortskern', 'Zwischennutzung'], offers: ['Schlüsselübergabe', 'Schaufenster auf Zeit'], needs: ['Pop-up-Ideen'] }
	}
];

const towns: [string, string, string[], string[]][] = [
	[
		angermuende,
		'Kleine Stadt mit großem Markt. Leere Häuser sehen wir als Einladung: Wir vergeben nach Konzept, gehen mit durchs Haus und bleiben ansprechbar.',
		['Konzeptvergabe', 'Ortskern', 'Zwischennutzung'],
		['Rundgang am ersten Freitag', 'Erfahrung mit Eigentümergesprächen']
	],
	[
		herzberg,
		'Stadt an der Schwarzen Elster mit Planetarium und zu vielen dunklen Fenstern. Der Bürgermeister antwortet selbst, meist am Abend.',
		['Bildung', 'Arbeiten auf dem Land'],
		['Gewerberäume auf Zeit']
	]
];

const predecessor = { id: '00000000-0000-7000-8000-000000000101', name: 'Bernd Schulze', email: 'bernd.schulze@angermuende.example' };
const claimant = { id: '00000000-0000-7000-8000-000000000102', name: 'Miriam Engel', email: 'miriam.engel@marktleuthen.example' };

/** Organisations of many kinds, a clerk whose time in Angermünde is over, and a claim to Marktleuthen that waits for its letter. */
export async function placeOrganisations(client: PoolClient, now: Date): Promise<void> {
	const ago = (days: number) => new Date(now.getTime() - days * day);
	for (const [ags, summary, topics, offers] of towns)
		await client.query('update organisations set summary = $2, topics = $3, offers = $4 where ags = $1', [ags, summary, topics, offers]);
	await copyTable(
		client,
		people,
		[predecessor, claimant].map((person) => ({ ...person, emailVerified: true, createdAt: ago(900), updatedAt: ago(900) }))
	);
	const founded = told.map(({ founder, website = null, ...row }) => {
		const moments = { claimedAt: founder ? ago(200) : null, publishedAt: ago(190), createdAt: ago(200), updatedAt: ago(190) };
		return { id: newId(), founder, ...row, website, createdBy: founder ?? null, ...moments };
	});
	await copyTable(
		client,
		organisations,
		founded.map(({ founder: _, ...row }) => row)
	);
	await placeSeats(client, { founded, ago });
	await placeClaim(client, ago);
	await placeCounty(client, ago);
}

type Ago = (days: number) => Date;

/** A county with three municipalities, two of which have said yes. */
async function placeCounty(client: PoolClient, ago: Ago): Promise<void> {
	const id = newId();
	const summary =
		'Der Kreis leiht Fachleute aus: Fördermittel, Bauphysik, Gespräche mit Erbengemeinschaften. Drei Kommunen probieren es zuerst.';
	const row = {
		id,
		slug: 'kreis-uckermark',
		kind: 'county',
		name: 'Landkreis Uckermark',
		districtCode: '12073',
		sector: 'local_authorities',
		summary
	} as const;
	await copyTable(client, organisations, [{ ...row, claimedAt: ago(120), publishedAt: ago(120), createdAt: ago(120), updatedAt: ago(9) }]);
	const named = { countyId: id, namedAt: ago(60) };
	await copyTable(client, pioneers, [
		{ ...named, id: newId(), ags: angermuende, state: 'confirmed' as const, answeredAt: ago(55), answeredBy: cast.ines.id },
		{ ...named, id: newId(), ags: templin, state: 'confirmed' as const, answeredAt: ago(50) },
		{ ...named, id: newId(), ags: prenzlau, state: 'named' as const }
	]);
}

async function placeClaim(client: PoolClient, ago: Ago): Promise<void> {
	const unclaimed = await client.query<{ slug: string; name: string }>(
		'select slug, name_short as name from municipalities where ags = $1',
		[marktleuthen]
	);
	const town = { id: newId(), ...(unclaimed.rows[0] ?? { slug: 'marktleuthen', name: 'Marktleuthen' }), kind: 'municipality' as const };
	await copyTable(client, organisations, [
		{ ...town, ags: marktleuthen, placeAgs: marktleuthen, sector: 'local_authorities' as const, createdAt: ago(3), updatedAt: ago(3) }
	]);
	await copyTable(client, claims, [
		{
			...{ id: newId(), organisationId: town.id, personId: claimant.id, method: 'letter', function: 'mayor' },
			message: 'Ich bin seit dem Frühjahr im Amt. Die Zentrale kennt mich, der Brief kann an das Rathaus gehen.',
			createdAt: ago(2)
		}
	]);
}

async function placeSeats(
	client: PoolClient,
	{ founded, ago }: { founded: { id: string; founder: string | undefined }[]; ago: Ago }
): Promise<void> {
	const seat = { createdAt: ago(200), endsAt: null, handoverNote: null };
	await copyTable(client, seats, [
		...founded.flatMap(({ id, founder }) =>
			founder
				? [
						{
							...seat,
							id: newId(),
							organisationId: id,
							personId: founder,
							function: 'project' as const,
							rights: 'manage' as const,
							startsAt: ago(200)
						}
					]
				: []
		),
		{
			...seat,
			...{ id: newId(), organisationId: organisationOf(angermuende), personId: predecessor.id, function: 'administration', rights: 'edit' },
			...{ startsAt: ago(890), endsAt: ago(24) },
			handoverNote: 'Frau Lindner möchte vor Weihnachten noch einmal durch den Gasthof gehen. Die Schlüssel hängen in Zimmer 12.'
		}
	]);
}
