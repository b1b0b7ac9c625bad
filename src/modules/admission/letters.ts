import { euro, germanDay } from '#lib/text/german.ts';
import type { ApplicationState } from './vocabulary.ts';

/** What the town reads by mail when its application has moved, and what its people find in their account. */

export type LetterFacts = { network: string; organisation: string; reason?: string; dueOn: string | null; feeCents: number };
export type Letter = { title: string; paragraphs: string[] };
type Write = (facts: LetterFacts) => Letter;

const until = (dueOn: string | null, sentence: (day: string) => string): string[] => (dueOn ? [sentence(germanDay(dueOn))] : []);
const because = (reason: string | undefined): string[] => (reason?.trim() ? [reason.trim()] : []);

const writes: Partial<Record<ApplicationState, Write>> = {
	submitted: ({ network, organisation, dueOn }) => ({
		title: `Ihr Antrag bei „${network}“ ist da`,
		paragraphs: [
			`Danke für den Antrag von ${organisation}. Wir lesen ihn in Ruhe.`,
			...until(dueOn, (day) => `Bis zum ${day} hören Sie, ob alles da ist und wie es weitergeht.`)
		]
	}),
	interview_scheduling: ({ network, dueOn }) => ({
		title: `„${network}“ möchte mit Ihnen sprechen`,
		paragraphs: [
			'Ihr Antrag ist vollständig. Als Nächstes sprechen wir miteinander: etwa eine halbe Stunde, per Video oder am Telefon.',
			...until(dueOn, (day) => `Das Gespräch soll bis zum ${day} stattfinden. Die Terminvorschläge kommen mit eigener Mail.`)
		]
	}),
	returned: ({ network, reason, dueOn }) => ({
		title: `Eine Rückfrage zu Ihrem Antrag bei „${network}“`,
		paragraphs: [
			...because(reason),
			'Bitte ergänzen Sie Ihren Antrag und senden Sie ihn noch einmal ab. Alles Bisherige steht noch da.',
			...until(dueOn, (day) => `Schön wäre es bis zum ${day}.`)
		]
	}),
	founders_meeting: ({ network, dueOn }) => ({
		title: `Das Gründerteam von „${network}“ lernt Sie gern kennen`,
		paragraphs: [
			'Nach unserem Gespräch stellen wir Sie dem Gründerteam vor: eine halbe Stunde, in der auch Sie fragen.',
			...until(dueOn, (day) => `Das Kennenlernen soll bis zum ${day} sein.`)
		]
	}),
	on_hold: ({ network, reason, dueOn }) => ({
		title: `Ihr Antrag bei „${network}“ ist vorgemerkt`,
		paragraphs: [...because(reason), ...until(dueOn, (day) => `Am ${day} nehmen wir ihn von selbst wieder auf. Sie müssen nichts tun.`)]
	}),
	fee_pending: ({ network, organisation, reason, feeCents, dueOn }) => ({
		title: `Willkommen: ${organisation} ist aufgenommen`,
		paragraphs: [
			`„${network}“ hat ${organisation} aufgenommen.`,
			...because(reason),
			`Offen ist der einmalige Aufnahmebeitrag von ${euro(feeCents / 100)}${dueOn ? `, bitte bis zum ${germanDay(dueOn)}` : ''}.`
		]
	}),
	active: ({ network, organisation, feeCents }) => ({
		title: `${organisation} gehört jetzt zu „${network}“`,
		paragraphs: [
			feeCents > 0 ? 'Der Aufnahmebeitrag ist da, damit ist alles getan.' : 'Damit ist alles getan.',
			'Schön, dass Sie dabei sind. Als Nächstes können Sie Ihr Profil schreiben.'
		]
	}),
	declined: ({ network, reason }) => ({
		title: `„${network}“ nimmt Ihren Antrag zurzeit nicht an`,
		paragraphs: [...because(reason), 'Ihre Kommune bleibt vorgemerkt. Sie können jederzeit fragen und später einen neuen Antrag stellen.']
	}),
	withdrawn: ({ network, organisation }) => ({
		title: `Der Antrag bei „${network}“ ist zurückgezogen`,
		paragraphs: [`Der Antrag von ${organisation} ist zurückgezogen. Wenn es wieder passt: Ein neuer ist jederzeit möglich.`]
	})
};

/** The letter for a state, or null where none is written: then the timeline says it. */
export const letterFor = (state: ApplicationState, facts: LetterFacts): Letter | null => writes[state]?.(facts) ?? null;

const officeLines: Partial<Record<ApplicationState, (organisation: string) => string>> = {
	submitted: (organisation) => `${organisation} hat einen Antrag abgesandt.`,
	withdrawn: (organisation) => `${organisation} hat den Antrag zurückgezogen.`,
	active: (organisation) => `${organisation} ist jetzt aktives Mitglied.`
};
/** What the office of the network hears of, in a line. */
export const officeLineFor = (state: ApplicationState, organisation: string): string | null => officeLines[state]?.(organisation) ?? null;
