import type { State } from '#modules/procedures/procedure.ts';

/** Whether something is in time, by the clock of the server and nobody else's. */
export type Asked = { state: State; deadline: Date | null; round: number };

const exact = new Intl.DateTimeFormat('de-DE', {
	...{ timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric' },
	...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' }
});
/** "28.02.2027, 12:00:01 MEZ": with the zone, because in one night of the year an hour comes twice. */
export const exactText = (moment: Date): string => exact.format(moment);

/** The deadline itself is still in time, everything after it is late. */
export const isInTime = ({ deadline }: Pick<Asked, 'deadline'>, at: Date): boolean =>
	deadline !== null && at.getTime() <= deadline.getTime();

type When = { ofRound: number; at: Date };
function closed({ state, deadline, round }: Asked, { ofRound, at, late }: When & { late: (deadline: Date) => string }): string | null {
	if (state === 'cancelled') return 'Das Verfahren ist aufgehoben. Es kann nichts mehr abgegeben werden.';
	if (ofRound !== round) return 'Diese Stufe des Verfahrens ist vorbei.';
	if (deadline && !isInTime({ deadline }, at)) return late(deadline);
	if (state !== 'open' && state !== 'closed') return 'Für dieses Verfahren kann gerade nichts abgegeben werden.';
	return null;
}

/** Why nothing of that round can be handed in or changed at that moment, or null. What came in time counts, even when its work ends a moment later. */
export function whyNotHandIn(asked: Asked, when: When): string | null {
	const late = (deadline: Date) =>
		`Zu spät: Die Frist endete am ${exactText(deadline)}, diese Anfrage kam am ${exactText(when.at)} an, nach der Uhr des Servers. Was geschrieben ist, bleibt für Euch lesbar.`;
	return closed(asked, { ...when, late });
}

/** The same for whoever only reads: when it ended, and not when they came. */
export const whyClosed = (asked: Asked, when: When): string | null =>
	closed(asked, { ...when, late: (deadline) => `Die Frist endete am ${exactText(deadline)}, nach der Uhr des Servers.` });

/** What came in time is let in, however long its work takes, before anybody opens. */
export const graceSeconds = 60;

/** Why the box cannot be opened yet, or null. */
export function whyNotOpen({ state, deadline }: Asked, now: Date): string | null {
	if (state !== 'open' && state !== 'closed') return 'Hier ist nichts zu öffnen: Das Verfahren ist in einem anderen Stand.';
	const from = new Date((deadline?.getTime() ?? Number.POSITIVE_INFINITY) + graceSeconds * 1000);
	if (deadline && now < from)
		return `Noch verschlossen. Die Frist endet am ${exactText(deadline)}, geöffnet werden kann ab ${exactText(from)}.`;
	return deadline ? null : 'Noch verschlossen: Es gibt noch keine Frist.';
}
