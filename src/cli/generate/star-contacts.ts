import { dayOf } from '#lib/calendar.ts';
import type { PoolClient } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { messageReplies, messages } from '#modules/cases/server/tables.ts';
import type { ContactTopic } from '#modules/organisations/contact.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import { contactPoints } from '#modules/organisations/server/tables.ts';
import { angermuende, cast, herzberg, organisationOf, wunsiedel } from '#testing/cast.ts';
import { copyTable } from './copy-table.ts';

type Told = {
	unit: string;
	name?: string;
	role?: string;
	email: string;
	phone?: string;
	topics?: ContactTopic[];
	days?: number;
	/** Days from today until when nobody is there, with a word about it. */
	away?: [number, string];
	/** Unit that steps in. */
	deputy?: string;
	visibility?: 'public' | 'network';
};

const ofTowns: Record<string, Told[]> = {
	[angermuende]: [
		{
			unit: 'Stadtplanung und Leerstand',
			name: cast.ines.name,
			email: cast.ines.email,
			phone: '03331 260 0',
			days: 5,
			deputy: 'Bauverwaltung'
		},
		{
			...{ unit: 'Untere Denkmalschutzbehörde', name: 'Clemens Ahrendt', role: 'heritage_authority', email: 'denkmal@angermuende.example' },
			...{ topics: ['heritage', 'building'], days: 14, away: [12, 'Im Urlaub.'], deputy: 'Bauverwaltung' }
		},
		{ unit: 'Bauverwaltung', role: 'building_authority', email: 'bau@angermuende.example', topics: ['building', 'owners'], days: 10 },
		{ unit: 'Kämmerei', role: 'tax_office', email: 'kaemmerei@angermuende.example', topics: ['funding'], visibility: 'network' }
	],
	[herzberg]: [
		{
			unit: 'Büro des Bürgermeisters',
			name: cast.friedrich.name,
			role: 'mayor',
			email: cast.friedrich.email,
			days: 7,
			deputy: 'Wirtschaft und Kultur'
		},
		{ unit: 'Wirtschaft und Kultur', role: 'economic_development', email: 'wirtschaft@herzberg.example', topics: ['business', 'culture'] }
	],
	[wunsiedel]: [{ unit: 'Wirtschaftsförderung', role: 'economic_development', email: 'leerstand@wunsiedel.example' }]
};

const ofOthers: Record<string, Told[]> = {
	'uckermark-stiftung-haus-und-hof': [
		{ unit: 'Geschäftsstelle', name: 'Theresa Lorenz', role: 'management', email: 'buero@haus-und-hof.example', days: 7 },
		{ unit: 'Erbbaurecht', role: 'external_adviser', email: 'erbbau@haus-und-hof.example', topics: ['owners', 'funding'], days: 14 }
	],
	'netz-der-dorfbuehnen': [
		{ unit: 'Brandschutz und Bühne', role: 'volunteers', email: 'buehne@dorfbuehnen.example', topics: ['building', 'culture'] }
	]
};

/** Contact points of towns and others, some with topics, a deputy and days away. */
export async function placeContacts(client: PoolClient, now: Date): Promise<void> {
	const db = openDb(client);
	const owners: [string, Told[]][] = [];
	for (const [ags, told] of Object.entries(ofTowns)) owners.push([await ensureMunicipalityOrganisation({ db, now }, ags), told]);
	const { rows } = await client.query<{ id: string; slug: string }>('select id, slug from organisations where slug = any($1)', [
		Object.keys(ofOthers)
	]);
	for (const { id, slug } of rows) owners.push([id, ofOthers[slug] ?? []]);
	const day = (n: number) => dayOf(new Date(now.getTime() + n * 86_400_000));
	const placed = owners.flatMap(([organisationId, told]) => told.map((one) => ({ id: newId(), organisationId, ...one })));
	await copyTable(
		client,
		contactPoints,
		placed.map(
			({
				id,
				organisationId,
				unit,
				name = null,
				role = 'vacancy_officer',
				email,
				phone = null,
				topics = [],
				days = 10,
				away,
				deputy,
				visibility
			}) => ({
				...{ id, organisationId, unit, name, role, email, phone, topics, responseTargetDays: days, updatedAt: now },
				deputyId: placed.find((other) => other.organisationId === organisationId && other.unit === deputy)?.id ?? null,
				...{ absentFrom: away ? day(-3) : null, absentUntil: away ? day(away[0]) : null, absenceNote: away?.[1] ?? null },
				publicVisibility: visibility ?? 'public'
			})
		)
	);
}

/** Question, who asks, days ago, and the answer with its days. */
type Talk = {
	text: string;
	by: { name: string; email: string; id?: string };
	ago: number;
	topic: ContactTopic | null;
	answer?: [number, string];
};
const guest = (name: string) => ({ name, email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@post.example` });

const talks: Talk[] = [
	{
		...{ by: cast.amira, ago: 2, topic: 'spaces' },
		text: 'Guten Tag, wir suchen eine Werkstatt mit Laden. Können wir uns die alte Schmiede einmal ansehen, gern an einem Freitag?'
	},
	{
		...{ by: guest('Rosa Behnke'), ago: 1, topic: 'owners' },
		text: 'Das Haus meiner Tante steht seit drei Jahren leer. Ich will nicht verkaufen, aber auch nicht zusehen. Was geht?'
	},
	{
		...{
			by: cast.jonas,
			ago: 19,
			topic: 'culture',
			answer: [2, 'Ja, die Aula ist abends frei. Bitte rufen Sie wegen der Schlüssel kurz an.']
		},
		text: 'Wir touren im Mai durch die Uckermark. Gibt es einen Saal, den man für zwei Abende öffnen kann?'
	},
	{
		by: guest('Timo Rauch'),
		ago: 33,
		topic: 'spaces',
		text: 'Wann ist der nächste Rundgang durch leere Häuser?',
		answer: [1, 'Am ersten Freitag im Monat, 14 Uhr, Treffpunkt Rathaus.']
	},
	{
		by: guest('Lene Arndt'),
		ago: 48,
		topic: 'building',
		text: 'Braucht ein Café im alten Laden eine Nutzungsänderung?',
		answer: [4, 'Meist ja. Wir setzen uns gern eine halbe Stunde mit Ihnen zusammen.']
	},
	{
		by: guest('Familie Kuhnt'),
		ago: 71,
		topic: 'funding',
		text: 'Gibt es einen Zuschuss für das Dach?',
		answer: [3, 'Im Sanierungsgebiet ja. Die Unterlagen schicke ich Ihnen zu.']
	},
	{
		by: guest('Paul Sander'),
		ago: 90,
		topic: 'spaces',
		text: 'Wer hat den Schlüssel zum Speicher am Bahnhof?',
		answer: [1, 'Wir. Melden Sie sich in Zimmer 12.']
	}
];

/** What people asked in Angermünde, mostly answered, two still open. */
export async function placeMessages(client: PoolClient, now: Date): Promise<void> {
	const at = (days: number) => new Date(now.getTime() - days * 86_400_000);
	const told = talks.map((talk) => ({ id: newId(), ...talk }));
	await copyTable(
		client,
		messages,
		told.map(({ id, text, by, ago, topic, answer }) => ({
			...{
				id,
				organisationId: organisationOf(angermuende),
				topic,
				text,
				senderName: by.name,
				senderEmail: by.email,
				personId: by.id ?? null
			},
			...{ state: answer ? 'answered' : 'open', step: 'general', why: 'Nimmt alle Fragen an.', sentTo: [cast.ines.email], promisedDays: 5 },
			...{ answersAs: `${cast.ines.name}, Stadtplanung und Leerstand, Angermünde`, createdAt: at(ago), sentAt: at(ago) },
			...{ firstReplyAt: answer ? at(ago - answer[0]) : null, expiresAt: at(ago - 365) }
		}))
	);
	await copyTable(
		client,
		messageReplies,
		told.flatMap(({ id, ago, answer }) => {
			const by = { byName: `${cast.ines.name}, Stadtplanung und Leerstand, Angermünde`, byPersonId: cast.ines.id };
			return answer ? [{ id: newId(), messageId: id, kind: 'answer' as const, text: answer[1], ...by, at: at(ago - answer[0]) }] : [];
		})
	);
}
