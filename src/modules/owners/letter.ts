import type { Block, Letter } from '#lib/server/pdf/blocks.ts';
import type { Qr } from '#lib/server/qr.ts';
import { euro, germanDay } from '#lib/text/german.ts';
import { merge, type Fields } from './campaign.ts';
import { permitHint, totalText, type CostSheet } from './holding-costs.ts';
import { greetingOf, type OwnerFacts } from './owner.ts';
import { legalBases, type LegalBasis } from './vocabulary.ts';

/** Letters to owners: what stands in them. Whoever reads one may be old, tired, or afraid of offices. */

export type Sender = {
	name: string;
	unit: string;
	street: string;
	postalCode: string;
	city: string;
	phone: string;
	email: string;
	protection: string;
	authority: string;
};

export type Known = { legalBasis: LegalBasis; origin: string; purgeOn: string };
export type LetterFacts = {
	sender: Sender;
	owner: Pick<OwnerFacts, 'name' | 'representative'> & Known;
	/** Lines of the envelope. */
	address: string[];
	house: { title: string; reference: string; address: string };
	/** ISO day. */
	date: string;
	accent: string;
};
export type OutreachFacts = LetterFacts & {
	campaign: { subject: string; text: string; signatory: string; signatoryRole: string | null; replyBy: string };
	reply: { site: string; code: string; qr: Qr };
	costs: { sheet: CostSheet; empty: string | null; years: number | null } | null;
};

const text = (value: string): Block => ({ kind: 'text', text: value });

function face({ sender, date, accent, address, house }: LetterFacts, { title, info }: { title: string; info: [string, string][] }) {
	return {
		title,
		date,
		accent,
		sender: { name: sender.name, tagline: sender.unit },
		returnLine: `${sender.name} · ${sender.street} · ${sender.postalCode} ${sender.city}`,
		recipient: address,
		info: [['Datum', germanDay(date)], ['Zeichen', house.reference], ...info, ['Telefon', sender.phone]] satisfies [string, string][],
		footer: [
			[sender.name, sender.unit],
			[sender.street, `${sender.postalCode} ${sender.city}`],
			[sender.phone, sender.email]
		]
	};
}

/** Where a part of a letter stands: below a heading of its own, or below the title of the paper. Readers of screens count the levels. */
type Below = { level: 2 | 3 };

/** What Art. 14 GDPR has to say to somebody whose data came from elsewhere. */
export function noticeBlocks(sender: Sender, { legalBasis, origin, purgeOn }: Known, { level }: Below = { level: 2 }): Block[] {
	const rights = [
		'Auskunft, Berichtigung, Löschung und Einschränkung der Verarbeitung (Art. 15 bis 18 DSGVO),',
		'Widerspruch aus Gründen, die sich aus Ihrer besonderen Situation ergeben (Art. 21 DSGVO),',
		...(legalBasis === 'consent' ? ['Widerruf Ihrer Einwilligung, jederzeit für die Zukunft (Art. 7 Abs. 3 DSGVO),'] : []),
		`Beschwerde: ${sender.authority}`
	];
	return [
		text(
			'Wir haben Angaben über Sie gespeichert, die nicht von Ihnen selbst stammen müssen. Deshalb sagen wir Ihnen hier, welche und wozu (Art. 14 DSGVO).'
		),
		{
			kind: 'facts',
			items: [
				['Verantwortlich', `${sender.name}, ${sender.unit}, ${sender.street}, ${sender.postalCode} ${sender.city}, ${sender.phone}`],
				['Datenschutz', sender.protection],
				['Wozu', 'Leer stehende Gebäude wieder in Nutzung bringen: mit Eigentümer:innen sprechen, beraten, auf Wunsch vermitteln.'],
				['Grundlage', legalBases[legalBasis]],
				['Was', 'Name, Anschrift, Kontakt, was Ihnen an dem Haus gehört, was Sie uns dazu gesagt haben, und unsere Briefe an Sie.'],
				['Woher', origin],
				[
					'Wer es liest',
					'Nur benannte Mitarbeitende der Kommune. Wer die Software betreibt, speichert in ihrem Auftrag. Nichts davon wird veröffentlicht.'
				],
				['Wie lange', `Bis zum ${germanDay(purgeOn)}, dann wird es gelöscht.`]
			]
		},
		{ kind: 'heading', text: 'Ihre Rechte', level },
		{ kind: 'list', items: rights },
		text('Eine automatisierte Entscheidung findet nicht statt. Wenn Sie nicht mehr angeschrieben werden möchten, genügt ein Satz an uns.')
	];
}

/** The yearly costs of a house in which nothing happens, as a sheet that can lie in the letter. */
export function costBlocks({ sheet, empty, years }: NonNullable<OutreachFacts['costs']>, { level }: Below = { level: 2 }): Block[] {
	const area = sheet.areaM2 ? ` Gerechnet mit ${Math.round(sheet.areaM2)} m².` : '';
	return [
		text(`Auch ein leeres Haus kostet: ${totalText(sheet, years)}.${area}${empty ? ` Nach unserer Kenntnis ist es ${empty}.` : ''}`),
		{
			kind: 'table',
			columns: [
				{ title: 'Im Jahr', share: 1 },
				{ title: 'Woher die Zahl kommt', share: 2 },
				{ title: 'Betrag', align: 'right' }
			],
			rows: sheet.lines.map(({ label, source, amount }) => [label, source, euro(amount)]),
			sums: [['zusammen im Jahr', euro(sheet.total)]]
		},
		text('Das ist eine Rechnung mit offenen Annahmen, keine Forderung. Wenn Sie genauere Zahlen haben, rechnen wir gern mit Ihnen neu.'),
		...(years !== null && years >= 1
			? ([{ kind: 'heading', text: 'Was der Leerstand für die Genehmigung heißen kann', level }, text(permitHint)] as Block[])
			: [])
	];
}

/** One letter of a campaign, with its code, the notice of Art. 14 and on demand the costs of doing nothing. */
export function outreachLetter(facts: OutreachFacts): Letter {
	const { campaign, owner, house, reply, sender, costs } = facts;
	const values: Fields = {
		haus: house.title,
		adresse: house.address,
		kommune: sender.name,
		frist: germanDay(campaign.replyBy),
		name: owner.representative ?? owner.name
	};
	return {
		...face(facts, { title: merge(campaign.subject, values), info: [['Auskunft', campaign.signatory]] }),
		subject: merge(campaign.subject, values),
		blocks: [
			text(greetingOf(owner)),
			...merge(campaign.text, values)
				.split(/\n{2,}/)
				.filter((part) => part.trim())
				.map(text),
			{
				kind: 'code',
				title: 'Antworten in zwei Minuten, ohne Anmeldung',
				items: [
					['Im Netz', reply.site],
					['Ihr Code', reply.code],
					['Oder', `Telefon ${sender.phone}`],
					['Bitte bis', germanDay(campaign.replyBy)]
				],
				qr: reply.qr,
				alt: `QR-Code, der die Antwortseite mit dem Code ${reply.code} öffnet`,
				caption: 'Code zum Antworten'
			},
			text(
				'Sie müssen nicht antworten. Wenn Sie nicht angeschrieben werden möchten, genügt ein Klick oder ein Satz am Telefon, und wir halten uns daran.'
			),
			text('Mit freundlichen Grüßen'),
			{ kind: 'signature', name: campaign.signatory, role: campaign.signatoryRole ?? sender.unit },
			{ kind: 'break' },
			{ kind: 'heading', text: 'Was wir über Sie gespeichert haben' },
			...noticeBlocks(sender, owner, { level: 3 }),
			...(costs
				? [
						{ kind: 'break' } as const,
						{ kind: 'heading', text: 'Was das leere Haus im Jahr kostet' } as const,
						...costBlocks(costs, { level: 3 })
					]
				: [])
		]
	};
}

/** The notice of Art. 14 GDPR alone, for the post. */
export function noticeLetter(facts: LetterFacts): Letter {
	const title = 'Was wir über Sie gespeichert haben';
	return {
		...face(facts, { title, info: [] }),
		subject: title,
		blocks: [
			text(greetingOf(facts.owner)),
			text(`es geht um ${facts.house.title}${facts.house.address ? `, ${facts.house.address}` : ''}.`),
			...noticeBlocks(facts.sender, facts.owner),
			text('Mit freundlichen Grüßen'),
			{ kind: 'signature', name: facts.sender.name, role: facts.sender.unit }
		]
	};
}
