import { duration, minutesOf } from '../../brief.ts';
import type { MailData } from '../../mail.ts';

type Brief = MailData['brief'];

const things = (n: number) => (n === 1 ? 'eine Sache' : `${n} Sachen`);

export const briefTitle = ({ items }: Brief): string => `Ihr Wochenbrief: ${things(items.length)}, ${duration(minutesOf(items))}`;

/** What the mail says of its own length; a thing larger than the whole budget comes alone and says so. */
export function briefLead({ items, budget }: Brief): string {
	const minutes = minutesOf(items);
	if (minutes > budget)
		return `Diese eine Sache braucht etwa ${duration(minutes)}, mehr als die ${duration(budget)}, die Sie in der Woche geben. Darum kommt sie allein.`;
	const asks = items.filter(({ ask }) => ask).length;
	const answers = asks ? ' Antworten geht direkt von hier, ohne Anmeldung.' : '';
	return `Etwa ${duration(minutes)} von ${duration(budget)}, die Sie in der Woche geben.${answers}`;
}

export const restLine = ({ waiting }: Brief): string =>
	waiting.items
		? `${waiting.items === 1 ? 'Eine weitere Sache passt' : `${waiting.items} weitere Sachen passen`} nicht mehr hinein (${duration(waiting.minutes)}) und ${waiting.items === 1 ? 'kommt' : 'kommen'} in den nächsten Wochen.`
		: 'Mehr wartet gerade nicht.';
