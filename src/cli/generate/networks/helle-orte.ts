import { angermuende, herzberg, marktleuthen, neukirchen, wunsiedel } from '#testing/cast.ts';
import type { DemoMember, DemoNetwork, DemoRole } from './demo-network.ts';
import { helleOrtePage } from './helle-orte-page.ts';

const roles: DemoRole[] = [
	{ role: 'office', name: 'Oskar Behrens', cast: 'oskar', function: 'Netzwerkbüro', since: '2024-03-01' },
	{ role: 'editor', name: 'Ines Krüger', cast: 'ines', ags: angermuende, function: 'Redaktion', since: '2025-01-15' },
	{
		role: 'founder',
		name: 'Friedrich Nowak',
		cast: 'friedrich',
		ags: herzberg,
		function: 'Bürgermeister',
		statement: 'Wir haben mit einem Bahnhof angefangen und mit sechs Telefonnummern.',
		since: '2024-03-01',
		released: true
	},
	{
		role: 'founder',
		name: 'Sabine Wolter',
		ags: angermuende,
		function: 'Leiterin der Stadtentwicklung',
		statement: 'Ein leeres Haus ist eine offene Frage. Man darf sie laut stellen.',
		since: '2024-03-01',
		released: true
	},
	{ role: 'founder', name: 'Jörg Petzold', ags: neukirchen, function: 'Bauamtsleiter', since: '2024-03-01', released: true },
	{ role: 'founder', name: 'Birgit Amann', ags: '06634009', function: 'Erste Beigeordnete', since: '2024-03-01', released: true },
	{
		role: 'ambassador',
		name: 'Sabine Wolter',
		ags: angermuende,
		function: 'Leiterin der Stadtentwicklung',
		region: 'Brandenburg und Vorpommern',
		topic: 'Konzeptverfahren',
		since: '2025-06-01',
		until: '2027-05-31',
		released: true
	},
	{
		role: 'ambassador',
		name: 'Matthias Rauh',
		ags: wunsiedel,
		function: 'Wirtschaftsförderung',
		region: 'Oberfranken und Oberpfalz',
		topic: 'Industriebauten',
		since: '2025-06-01',
		until: '2027-05-31',
		released: true
	},
	{
		role: 'ambassador',
		name: 'Elke Thomsen',
		ags: '01054088',
		function: 'Bürgermeisterin',
		region: 'Norddeutschland',
		topic: 'Läden und Ortskerne',
		since: '2026-01-01',
		until: '2027-12-31',
		released: true
	}
];

const member = (ags: string, since: string, more: Partial<DemoMember> = {}): DemoMember => ({
	ags,
	state: 'member',
	since,
	valuesVersion: 2,
	...more
});

const members: DemoMember[] = [
	member(angermuende, '2024-03-01', { tier: 'founding' }),
	member(herzberg, '2024-03-01', { tier: 'founding' }),
	member(neukirchen, '2024-03-01', { tier: 'founding' }),
	member('06634009', '2024-03-01', { tier: 'founding' }),
	member(wunsiedel, '2024-03-01', { tier: 'founding' }),
	member('15084590', '2024-03-01', { tier: 'founding' }),
	...['12070424', '13075082', '15090415', '07233501'].map((ags) => member(ags, '2024-11-15')),
	...['01054088', '05962004', '09272118', '14729410', '16072018'].map((ags) => member(ags, '2025-05-20')),
	member('06636016', '2025-10-08', { valuesVersion: 1, note: 'Neue Fassung der Werte liegt beim Rat, Beschluss im Dezember.' }),
	...['08415053', '05762028', '10043115'].map((ags) => member(ags, '2026-11-10')),
	{ ags: marktleuthen, state: 'applicant', note: 'Gespräch am Telefon geführt, sehr offen. Kennenlernen mit dem Gründerteam steht aus.' },
	{ ags: '03155001', state: 'applicant', note: 'Unterlagen vollständig.' },
	{ ags: '12073572', state: 'interested', note: 'Will nach der Haushaltsdebatte wiederkommen.' },
	{ ags: '13071092', state: 'interested', note: 'Wollen nach dem Haushalt entscheiden.' },
	{ ags: '16071001', state: 'paused', since: '2024-11-15', valuesVersion: 2, note: 'Stelle unbesetzt bis zum Frühjahr.' },
	{ ags: '14626610', state: 'left', since: '2024-11-15', left: '2026-01-31', valuesVersion: 1 }
];

/** In the manner of a membership network of small rural municipalities. */
export const helleOrte: DemoNetwork = {
	slug: 'helle-orte',
	name: 'Helle Orte',
	tagline: 'Kleine Kommunen, die ihre Häuser wieder anmachen',
	summary:
		'Ein Netzwerk ländlicher Städte und Gemeinden, die leere Häuser gemeinsam beleben: mit Rat von Kommune zu Kommune, offen auch für das, was schiefging.',
	openness: 'membership',
	phase: 'open',
	accent: '#8a4b08',
	feeCents: 10_000,
	senderName: 'Netzwerkbüro Helle Orte',
	senderEmail: 'oskar@netzwerkbuero.example',
	responsible: 'Netzwerkbüro Helle Orte (erfunden), Marktplatz 1, 16278 Angermünde',
	values: [
		{
			text: 'Wir stehen für die freiheitliche demokratische Grundordnung.\n\nWir geben Häuser und Boden an Menschen, die dem Ort etwas zurückgeben.\n\nWir teilen, was wir lernen.',
			daysAgo: 990
		},
		{
			text: 'Wir stehen für die freiheitliche demokratische Grundordnung und für Orte, an denen alle willkommen sind.\n\nWir geben Häuser und Boden an Menschen, die dem Ort etwas zurückgeben, und am liebsten so, dass er der Allgemeinheit bleibt.\n\nWir teilen, was wir lernen, auch das Misslungene.\n\nWir halten, was wir zusagen: eine Ansprechperson, zwei Stunden, eine Antwort.',
			change: 'Neu sind der offene Umgang mit Misslungenem und die verlässliche Ansprechperson.',
			daysAgo: 120
		}
	],
	parts: helleOrtePage,
	roles,
	members,
	partners: [],
	subscribers: 14
};
