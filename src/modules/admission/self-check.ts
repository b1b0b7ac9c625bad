import type { Check } from '#modules/networks/vocabulary.ts';
import type { Fulfilment } from './vocabulary.ts';

/** The self-check before an application: nothing is stored, nobody is refused, and where something is missing it says what would help. */

type Ask = { question: string; hint?: string; answers: Record<Fulfilment, string>; helps: Record<'partly' | 'open', string> };

export const asks: Record<Exclude<Check, 'none' | 'size'>, Ask> = {
	attitude: {
		question: 'Trägt Ihre Kommune diese Haltung?',
		answers: {
			met: 'Ja, das sagen wir auch öffentlich',
			partly: 'Im Rathaus ja, im Rat noch nicht',
			open: 'Darüber müssen wir erst reden'
		},
		helps: {
			partly: 'Nehmen Sie die Werte des Netzwerks mit in die nächste Sitzung. Ein Beschluss ist nicht nötig, ein Gespräch schon.',
			open: 'Lesen Sie die Werte gemeinsam, am besten mit jemandem aus dem Rat. Das Netzwerkbüro kommt dafür auch gern dazu.'
		}
	},
	exchange: {
		question: 'Haben Sie Freude daran, zu erzählen und zuzuhören?',
		answers: { met: 'Ja, auch wenn etwas schiefging', partly: 'Zuhören ja, erzählen eher nicht', open: 'Dafür fehlt uns gerade der Kopf' },
		helps: {
			partly: 'Das reicht für den Anfang. Wer zuhört, erzählt meist beim dritten Mal von selbst.',
			open: 'Kommen Sie einmal unverbindlich dazu. Ob es Ihnen etwas gibt, merken Sie nach einer Stunde.'
		}
	},
	experience: {
		question: 'Haben Sie schon einmal versucht, ein Haus zu beleben?',
		hint: 'Auch ein Anlauf, der nicht gelang, ist Erfahrung.',
		answers: { met: 'Ja, mindestens einmal', partly: 'Wir sind gerade dabei', open: 'Noch nicht' },
		helps: {
			partly: 'Genau dann hilft ein Netzwerk am meisten. Beschreiben Sie im Antrag, wo Sie stehen.',
			open: 'Eine fertige Erfahrung ist keine Voraussetzung. Beginnen Sie mit einer Liste der leeren Häuser: Das geht hier in Minuten.'
		}
	},
	time: {
		question: 'Kann jemand bei Ihnen etwa zwei Stunden in der Woche dafür aufbringen?',
		answers: { met: 'Ja, zwei Stunden oder mehr', partly: 'Eine Stunde, nicht jede Woche', open: 'Zurzeit niemand' },
		helps: {
			partly: 'Sagen Sie im Antrag offen, wie viel es ist. Sie bekommen dann nur, was in diese Zeit passt.',
			open: 'Vielleicht teilen sich zwei Menschen die Aufgabe, oder die Nachbargemeinde kommt mit. Bis dahin können Sie sich vormerken lassen.'
		}
	},
	fee: {
		question: 'Ist der Aufnahmebeitrag in Ordnung?',
		answers: { met: 'Ja', partly: 'Wir müssen ihn erst bewilligen lassen', open: 'Er ist gerade nicht möglich' },
		helps: {
			partly: 'Er wird erst nach der Aufnahme fällig. Für die Bewilligung bleiben mehrere Wochen.',
			open: 'Sprechen Sie das Netzwerkbüro darauf an. Am Geld soll es nicht scheitern.'
		}
	}
};

export type Asked = keyof typeof asks;
export const isAsked = (check: Check): check is Asked => Object.hasOwn(asks, check);

/** From here on a municipality counts as large; below it nothing is said against it. */
const large = 50_000;

export type SizeFacts = { population: number; isRural: boolean | null };

/** What the register says of size and place. Never a refusal: a large or urban town is told whom to ask. */
export function sizeAnswer({ population, isRural }: SizeFacts): { status: Fulfilment; text: string } {
	if (population > large)
		return {
			status: 'open',
			text: 'Das Netzwerk ist für kleinere Kommunen gedacht. Schreiben Sie trotzdem: Manchmal kommt ein Ortsteil, manchmal eine Patenschaft.'
		};
	if (isRural === false)
		return { status: 'partly', text: 'Die Größe passt. Ihr Kreis gilt als städtisch: Sagen Sie im Antrag, was bei Ihnen ländlich ist.' };
	return { status: 'met', text: isRural ? 'Größe und Lage passen.' : 'Die Größe passt. Zur Lage sagt das Register nichts.' };
}

export type CheckLine = { title: string; status: Fulfilment; said: string; help: string | null };
export type Verdict = { lines: CheckLine[]; open: number; partly: number; headline: string; text: string };

/** A municipality of the register as the check reads it. */
export type CheckedTown = {
	ags: string;
	slug: string;
	name: string;
	where: string;
	population: string;
	ruralType: string | null;
	size: { status: Fulfilment; text: string };
};

/** Sums up; the headline never says no. */
function verdictOf(lines: CheckLine[]): Verdict {
	const open = lines.filter(({ status }) => status === 'open').length;
	const partly = lines.filter(({ status }) => status === 'partly').length;
	if (!open && !partly)
		return {
			lines,
			open,
			partly,
			headline: 'Das passt gut.',
			text: 'Alles, worauf sich das Netzwerk verlässt, ist bei Ihnen schon da. Der Antrag dauert etwa eine Stunde.'
		};
	if (!open)
		return {
			lines,
			open,
			partly,
			headline: 'Das passt.',
			text: 'Ein paar Dinge sind auf dem Weg. Das ist kein Hindernis: Sagen Sie im Antrag, wo Sie stehen.'
		};
	return {
		lines,
		open,
		partly,
		headline: open > 2 ? 'Lassen Sie sich Zeit.' : 'Das kann passen.',
		text: 'Wo noch etwas fehlt, steht unten, was helfen würde. Sie können trotzdem einen Antrag beginnen, erst einmal hereinhören oder sich vormerken lassen.'
	};
}

type Asking = { conditions: readonly { title: string; check: Check }[]; town: CheckedTown | null };

/** What the answers come to: a line per condition, and where something is missing, what would help. */
export function explainSelfCheck({ conditions, town }: Asking, answers: Partial<Record<Asked, Fulfilment>>): Verdict {
	const lines = conditions.flatMap(({ title, check }): CheckLine[] => {
		if (check === 'size')
			return town
				? [{ title, status: town.size.status, said: `${town.name}, ${town.population} Einwohner:innen`, help: town.size.text }]
				: [];
		const status = isAsked(check) ? answers[check] : undefined;
		if (!isAsked(check) || !status) return [];
		return [{ title, status, said: asks[check].answers[status], help: status === 'met' ? null : asks[check].helps[status] }];
	});
	return verdictOf(lines);
}
