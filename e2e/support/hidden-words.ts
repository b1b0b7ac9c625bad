import { randomInt } from 'node:crypto';

/** Everything of a procedure that is not for everybody, each part with a word of its own that stands nowhere else. */
export const parts = {
	draft: 'Ziel, wie es im Aufruf steht',
	paper: 'Anlage zum Aufruf',
	preflight: 'Notiz beim Klären',
	affiliation: 'Wer benannt ist und woher',
	amendment: 'Änderung in Arbeit',
	question: 'Frage im Wortlaut',
	asker: 'Wer gefragt hat',
	visitor: 'Wer zur Besichtigung kommt',
	guestNote: 'Hinweis für die Gäste einer Besichtigung',
	unsent: 'Konzept, das nie abgegeben wird',
	title: 'Titel des Konzepts mit Zuschlag',
	text: 'Text des Konzepts mit Zuschlag',
	file: 'Datei des Konzepts mit Zuschlag',
	group: 'Name der Gruppe mit Zuschlag',
	contact: 'Kontakt der Gruppe mit Zuschlag',
	price: 'Preis',
	loser: 'Name der Gruppe ohne Zuschlag',
	loserTitle: 'Titel des Konzepts ohne Zuschlag',
	loserText: 'Text des Konzepts ohne Zuschlag',
	conflict: 'Grund einer Befangenheit',
	check: 'Notiz der Vorprüfung',
	asks: 'Nachforderung',
	answer: 'Was nachgereicht wurde',
	answerFile: 'Nachgereichte Datei',
	review: 'Grund einer Bewertung',
	otherReview: 'Grund einer Bewertung durch die befangene Person, zu einem anderen Konzept',
	unfinished: 'Bewertung in Arbeit',
	abstained: 'Grund, warum jemand ohne Stimme ist',
	session: 'Notiz der Jurysitzung',
	talk: 'Hinweis zur Vorstellung',
	recommendation: 'Empfehlung',
	dissent: 'Abweichende Meinung',
	points: 'Punkte des Konzepts ohne Zuschlag',
	reasons: 'Gründe der Entscheidung',
	resolution: 'Beschluss',
	letter: 'Brief an die Gruppe ohne Zuschlag',
	objection: 'Einwand',
	settled: 'Antwort auf den Einwand',
	terms: 'Bedingungen der Anhandgabe',
	report: 'Meldung der Gruppe',
	photo: 'Foto zur Meldung',
	meeting: 'Notiz zum Gespräch',
	remedy: 'Nachfrist',
	contract: 'Vertrag',
	outcome: 'Was aus dem Haus geworden ist',
	sketch: 'Text der Skizze, die weiterkommt',
	passedOver: 'Text der Skizze, die nicht weiterkommt',
	passedOverGroup: 'Name der Gruppe, deren Skizze nicht weiterkommt',
	choice: 'Warum eine Skizze nicht weiterkommt'
} as const;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[];

const letters = 'bcdfghjklmnpqrstvwxz';
const draw = () => Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('');

/** A word for each part: nine consonants, so that no other word, id or line break is taken for it. */
export const drawWords = (): Record<Part, string> => Object.fromEntries(partNames.map((part) => [part, draw()])) as Record<Part, string>;

/** The price that the winner offers, in cents. */
export const offerCents = 13_791_300;

/** What to look for: the words, and numbers however a page groups them. */
export function seekers(words: Record<Part, string>, points: () => number | null): Record<Part, (text: string) => boolean> {
	const found = Object.fromEntries(partNames.map((part) => [part, (text: string) => text.includes(words[part])]));
	const price = /(?<![\w.,-])137[.\s\u00a0\u202f]?913(?:[,.]?00)?(?![\d-])/;
	const pointsOf = (hundredths: number) => {
		const [whole, rest] = [Math.floor(hundredths / 100), String(hundredths % 100).padStart(2, '0')];
		return new RegExp(`(?<![\\w.,-])(?:${whole}[.,]${rest.replace(/0+$/, '') || '0'}0*|${hundredths})(?![\\w-])`);
	};
	return {
		...found,
		price: (text: string) => price.test(text),
		points: (text: string) => {
			const at = points();
			return at !== null && pointsOf(at).test(text);
		}
	} as Record<Part, (text: string) => boolean>;
}
