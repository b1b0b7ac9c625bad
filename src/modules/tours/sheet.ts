import type { Block, Paper } from '#lib/server/pdf/blocks.ts';
import type { Qr } from '#lib/server/qr.ts';
import { momentText } from '#lib/text/berlin.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Viewing } from '#modules/cases/server/list-viewings.ts';
import type { PublicViewing } from '#modules/cases/server/list-public-viewings.ts';
import { drawingOf, drawingText, paperDrawing, type DrawnStop } from './drawing.ts';
import { minutesText, wayText, type Measured } from './route.ts';
import { consents } from './stop.ts';
import { lookText, type DeskStop, type ShownTour } from './tour.ts';

const accent = '#2f6b4f';
const wayNote = 'Weg geschätzt: Luftlinie mal 1,3, im Gehen mit Umsehen (3,6 km/h).';

function drawingBlock(stops: readonly DrawnStop[], titles: readonly string[]): Block[] {
	const drawing = drawingOf(stops);
	return drawing ? [{ kind: 'drawing', svg: paperDrawing(drawing), alt: drawingText(titles) }] : [];
}

const wayFact = ({ metres, minutes, unknown }: Measured, staying: number): string =>
	`${wayText(metres)}, ${minutesText(minutes)} zu Fuß und ${minutesText(staying)} an den Halten${unknown ? `; ohne Lage: ${unknown === 1 ? 'ein Halt' : `${unknown} Halte`}` : ''}`;

type Head = {
	viewing: Pick<PublicViewing, 'title' | 'startsAt' | 'endsAt' | 'place' | 'note'>;
	organisation: string;
	guides: string;
	today: string;
};

function head({ viewing, organisation, today, guides }: Head, way: string, lead: string): Omit<Paper, 'blocks'> & { facts: Block } {
	const items: [string, string][] = [
		['Wann', momentText(viewing.startsAt)],
		['Treffpunkt', viewing.place],
		...(guides ? [['Es führt', guides] as [string, string]] : []),
		['Weg', way],
		...(viewing.note ? [['Bitte beachten', viewing.note] as [string, string]] : [])
	];
	return {
		...{ title: viewing.title, date: today, sender: { name: organisation }, accent, lead, facts: { kind: 'facts', items } },
		footer: [[organisation], [viewing.title], [wayNote]]
	};
}

const pointsOf = (stops: readonly DeskStop[]): DrawnStop[] =>
	stops.flatMap(({ n, lat, lon }) => (lat === null || lon === null ? [] : [{ n, lat, lon, radius: 0 }]));

function deskStopBlocks(stop: DeskStop): Block[] {
	const asked = stop.askedWhom ? `, ${stop.askedWhom}${stop.askedOn ? ` am ${germanDay(stop.askedOn)}` : ''}` : '';
	const items: [string, string][] = [
		...(stop.address ? [['Anschrift', stop.address] as [string, string]] : []),
		...(stop.facts.length ? [['Haus', stop.facts.join(' · ')] as [string, string]] : []),
		['Zeit', `${stop.minutes} Minuten${stop.isHouse ? `, ${lookText(stop.consent)}` : ''}`],
		...(stop.isHouse ? [['Erlaubnis', `${consents[stop.consent]}${asked}`] as [string, string]] : []),
		...(stop.isHouse && !stop.isPublished
			? [['Achtung', 'Nicht veröffentlicht: Name und Anschrift bitte nur mündlich.'] as [string, string]]
			: [])
	];
	const texts = [stop.publicWords, stop.guestWords, stop.internalNote && `Nur für uns: ${stop.internalNote}`].filter(Boolean);
	return [
		{ kind: 'heading', text: `${stop.n}. ${stop.title}`, level: 3 },
		{ kind: 'facts', items },
		...texts.map((text) => ({ kind: 'text' as const, text })),
		{ kind: 'notes', label: `Notizen zu ${stop.title}`, lines: stop.isHouse ? 4 : 2 }
	];
}

const empty = (n: number, columns: number): string[][] => Array.from({ length: n }, () => Array.from({ length: columns }, () => ''));

type ForOffice = {
	viewing: Viewing;
	organisation: string;
	guides: string;
	stops: DeskStop[];
	way: Measured;
	staying: number;
	today: string;
};

/** Two lists to sign: who came, and who would like to hear of a house. */
function lists({ viewing, organisation, stops }: ForOffice): Block[] {
	const named = (state: 'coming' | 'waiting') => viewing.guests.filter((guest) => guest.state === state);
	const waiting = named('waiting').map(({ name }) => name);
	const houses = stops
		.filter(({ isHouse }) => isHouse)
		.map(({ n, title, isPublished }) => `${n} = ${isPublished ? title : 'Haus vor Ort'}`);
	const guests: Block = {
		...{ kind: 'table', isRoomy: true },
		columns: [
			{ title: 'Name', share: 3 },
			{ title: 'Menschen', align: 'right' },
			{ title: 'Unterschrift', share: 3 }
		],
		rows: [...named('coming').map(({ name, people }) => [name, String(people), '']), ...empty(6, 3)]
	};
	const interested: Block = {
		...{ kind: 'table', isRoomy: true },
		columns: [{ title: 'Name', share: 2 }, { title: 'Mailadresse', share: 3 }, { title: 'Haus Nr.' }, { title: 'Unterschrift', share: 2 }],
		rows: empty(8, 4)
	};
	const asked = `Wer hier unterschreibt, möchte zu einem Haus angesprochen werden. ${organisation} trägt Name und Mailadresse danach ein und löscht sie nach zwei Jahren.`;
	return [
		{ kind: 'break' },
		{ kind: 'heading', text: 'Wer kommt' },
		guests,
		...(waiting.length ? [{ kind: 'text' as const, text: `Auf der Warteliste: ${waiting.join(', ')}.` }] : []),
		{ kind: 'heading', text: 'Wer möchte mehr wissen?' },
		{ kind: 'text', text: [asked, houses.join(' · ')].filter(Boolean).join('\n') },
		interested
	];
}

/** What the office takes along: way, every stop with all that is known, room for notes, who signed up, and who is interested in what. */
export function officeSheet(told: ForOffice): Paper {
	const { stops, way, staying } = told;
	const { facts, ...face } = head(told, wayFact(way, staying), 'Blatt für die Führung. Es enthält Internes: bitte nicht weitergeben.');
	const titles = stops.map(({ title }) => title);
	return {
		...face,
		blocks: [
			facts,
			...drawingBlock(pointsOf(stops), titles),
			{ kind: 'heading', text: 'Die Halte' },
			...stops.flatMap(deskStopBlocks),
			...lists(told)
		]
	};
}

type ForGuests = Head & { tour: ShownTour; qr: Qr; address: string };

/** What those who come take along: the same as their page, with room for notes and a code that leads there. */
export function guestSheet({ tour, qr, address, ...told }: ForGuests): Paper {
	const way: Measured = { metres: tour.metres, minutes: tour.walking, unknown: tour.unknown };
	const { facts, ...face } = head(told, wayFact(way, tour.staying), 'Unser Weg heute. Lagen sind so genau, wie sie gezeigt werden dürfen.');
	const points = tour.stops.flatMap(({ n, point }) => (point ? [{ n, ...point }] : []));
	return {
		...face,
		blocks: [
			facts,
			...drawingBlock(
				points,
				tour.stops.map(({ title }) => title)
			),
			...tour.stops.flatMap((stop): Block[] => [
				{ kind: 'heading', text: `${stop.n}. ${stop.title}`, level: 2 },
				{
					kind: 'text',
					text: [`${stop.minutes} Minuten`, stop.look, stop.address, ...stop.facts].filter(Boolean).join(' · ')
				},
				...[stop.words, stop.guestWords].flatMap((text) => (text ? [{ kind: 'text' as const, text }] : [])),
				{ kind: 'notes', label: `Notizen zu ${stop.title}`, lines: stop.look ? 3 : 1 }
			]),
			{
				...{
					kind: 'code',
					title: 'Ein Haus lässt Euch nicht los?',
					qr,
					alt: `Code mit der Adresse ${address}`,
					caption: 'Code mit dem Telefon lesen'
				},
				items: [
					['Sagt es uns', 'Mit dem Telefon, an jedem Halt, oder auf der Liste der Führung.'],
					['Adresse', address]
				]
			}
		]
	};
}
