import { germanDay } from '#lib/text/german.ts';
import { dayOf } from '#lib/calendar.ts';
import { openersNeeded } from '#modules/procedures/light.ts';
import type { Kind, State } from '#modules/procedures/procedure.ts';
import { threshold } from '#modules/seals/seal.ts';

/** What stands out about the keys of a box, in time to mend it: once two are lost nobody opens it again. */

type Opener = { name: string; isAccount: boolean; hasKey: boolean; triedAt: Date | null; share: 'whole' | 'half' | 'none' };
export type OpenerWarning = { code: string; title: string; why: string };
type Asked = { kind: Kind; state: State; isClosed: boolean; deadline: Date | null; now: Date; openers: readonly Opener[] };

/** Whoever tried their key no longer ago than this still has it, we believe. */
export const freshDays = 30;
/** Before the deadline whoever has not shown their key lately hears of it on these days. */
export const remindDays = [14, 7, 2] as const;

export const isFresh = ({ triedAt }: Pick<Opener, 'triedAt'>, now: Date): boolean =>
	triedAt !== null && now.getTime() - triedAt.getTime() <= freshDays * 86_400_000;

/** Of `remindDays` the one that is reached: the smallest; null before, and after the deadline. */
export function reminderOn(deadline: Date | null, now: Date): number | null {
	const left = deadline ? (deadline.getTime() - now.getTime()) / 86_400_000 : -1;
	return left < 0 ? null : (remindDays.findLast((days) => left <= days) ?? null);
}

function ofDraft({ openers, kind }: Asked): OpenerWarning[] {
	const { keys } = openersNeeded(kind);
	const missing = openers.filter(({ hasKey }) => !hasKey);
	return [
		...missing
			.filter(({ isAccount }) => !isAccount)
			.map(({ name }) => ({
				code: 'no-account',
				title: `${name} kann noch keinen Schlüssel machen.`,
				why: 'Unter der eingetragenen Mailadresse gibt es noch kein Konto, oder es ist keine eingetragen. Bitte unter „Beteiligte“ nachsehen.'
			})),
		...(missing.length && openers.length - missing.length < keys
			? [
					{
						code: 'few-keys',
						title: `Es fehlen noch Schlüssel: ${missing.map(({ name }) => name).join(', ')}.`,
						why: `Veröffentlicht werden kann mit ${keys} Schlüsseln.`
					}
				]
			: [])
	];
}

function ofSealed({ openers, now, deadline }: Asked): OpenerWarning[] {
	const able = openers.filter(({ share }) => share === 'whole');
	const waiting = openers.filter(({ hasKey, share }) => hasKey && share !== 'whole');
	const stale = able.filter((one) => !isFresh(one, now));
	const until = deadline && deadline > now ? ` Die Frist endet am ${germanDay(dayOf(deadline))}.` : '';
	const found: OpenerWarning[] = [];
	if (able.length <= threshold)
		found.push({
			code: 'no-spare',
			title: able.length < threshold ? 'Es sind zu wenige da, die öffnen können.' : 'Keiner der Schlüssel darf verloren gehen.',
			why: 'Solange zwei ihren Schlüssel haben, lässt sich eine weitere Person zum Öffnen benennen: unter „Beteiligte“.'
		});
	if (waiting.length)
		found.push({
			code: 'waiting',
			title: `Auf einen Teil ${waiting.length === 1 ? 'wartet' : 'warten'}: ${waiting.map(({ name }) => name).join(', ')}.`,
			why: 'Zwei, die schon öffnen, geben ihn hier mit ihrem Schlüssel weiter, nacheinander. Geöffnet wird dabei nichts.'
		});
	if (stale.length)
		found.push({
			code: 'stale',
			title: `Den eigenen Schlüssel ${stale.length === 1 ? 'hat' : 'haben'} lange nicht ausprobiert: ${stale.map(({ name }) => name).join(', ')}.`,
			why: `Wer ihn verloren hat, merkt es sonst erst bei der Öffnung. Ausprobieren öffnet nichts.${until}`
		});
	return found;
}

export const openerWarningsOf = (asked: Asked): OpenerWarning[] =>
	asked.isClosed ? ofSealed(asked) : asked.state === 'draft' || asked.state === 'ready' ? [...ofDraft(asked), ...untried(asked)] : [];

function untried({ openers }: Asked): OpenerWarning[] {
	const found = openers.filter(({ hasKey, triedAt }) => hasKey && !triedAt);
	return found.length
		? [
				{
					code: 'untried',
					title: `Noch nicht ausprobiert: ${found.map(({ name }) => name).join(', ')}.`,
					why: 'Ein Schlüssel, der nur auf einem Zettel mit Fehler steht, öffnet später nichts. Bitte vor der Veröffentlichung ausprobieren.'
				}
			]
		: [];
}
