import { dayOf } from '#lib/calendar.ts';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import { germanDay } from '#lib/text/german.ts';
import { printedCode } from '#modules/organisations/claim.ts';
import { announcementBases, type AnnouncementBasis } from './objection.ts';
import { waitsUntil } from './publication.ts';

export type AnnouncementFacts = {
	title: string;
	reference: string;
	/** Of the house. */
	address: string;
	municipality: string;
	/** Name and postal address, a line each. */
	addressee: string | null;
	basis: AnnouncementBasis;
	announcedAt: Date;
	code: string;
	/** "gestaltungsraum.example/widerspruch" */
	shortAddress: string;
	clerk: string;
};

/** The announcement as a letter: what is planned, until when, and how to object without an account and without a phone that reads codes. */
export function announcementLetter(facts: AnnouncementFacts): Letter {
	const text = (value: string) => ({ kind: 'text', text: value }) as const;
	const day = dayOf(facts.announcedAt);
	const until = germanDay(waitsUntil(facts.announcedAt));
	return {
		title: `Ankündigung: ${facts.title}`,
		date: day,
		sender: { name: facts.municipality },
		accent: '#2a5a47',
		returnLine: facts.municipality,
		recipient: (facts.addressee?.split(/\s*\n\s*/) ?? ['An die Eigentümerin oder den Eigentümer', ...facts.address.split(', ')]).slice(
			0,
			6
		),
		info: [
			['Datum', germanDay(day)],
			['Zeichen', facts.reference],
			['Auskunft', facts.clerk]
		],
		subject: `Ihr Haus soll gezeigt werden: ${facts.title}`,
		blocks: [
			text('Guten Tag,'),
			text(
				`wir möchten „${facts.title}“${facts.address ? ` (${facts.address})` : ''} im Gestaltungsraum zeigen, damit Menschen, die einen Raum suchen, davon erfahren. Namen und Kontaktdaten stehen nicht dabei, und die Lage zeigen wir nur so genau, wie es vereinbart oder erlaubt ist.`
			),
			text(`Worauf wir uns stützen: ${announcementBases[facts.basis]}.`),
			{ kind: 'heading', text: 'Sie können widersprechen' },
			text(
				`Bis zum ${until} wird nichts veröffentlicht. Auch danach gilt ein Widerspruch sofort: Die Seite verschwindet, bis wir entschieden haben.`
			),
			{
				kind: 'facts',
				items: [
					['Im Netz', facts.shortAddress],
					['Ihr Code', printedCode(facts.code)]
				]
			},
			text('Ein formloser Brief an uns genügt auch. Ist es Ihnen recht, müssen Sie nichts tun.'),
			text('Mit freundlichen Grüßen'),
			{ kind: 'signature', name: facts.clerk, role: facts.municipality }
		],
		footer: [[facts.municipality]]
	};
}
