/** A date as a file for calendars (RFC 5545), in the time of Germany. */

export type CalendarEntry = {
	id: string;
	title: string;
	place: string;
	text: string;
	url: string;
	startsAt: Date;
	endsAt: Date;
	isCancelled: boolean;
	/** Grows with every change, so that a calendar takes the newer one. */
	sequence: number;
	stampedAt: Date;
};

const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'medium' });
const berlin = (moment: Date): string => local.format(moment).replace(' ', 'T').replace(/[-:]/g, '');
const utc = (moment: Date): string => `${moment.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const escaped = (text: string): string =>
	text
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n]/gu, ' ')
		.replace(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n');

const bytes = new TextEncoder();
/** At most 75 bytes a line, continued after a blank; no character is cut. */
function folded(line: string): string {
	const lines: string[] = [];
	let now = '';
	for (const sign of line) {
		if (bytes.encode(now + sign).length > 75) {
			lines.push(now);
			now = ' ';
		}
		now += sign;
	}
	return [...lines, now].join('\r\n');
}

/** The rules of summer time since 1996, as calendars want to be told. */
const zone = [
	...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin'],
	...['BEGIN:DAYLIGHT', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'DTSTART:19960331T020000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT'],
	...['BEGIN:STANDARD', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'DTSTART:19961027T030000'],
	...['RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD', 'END:VTIMEZONE']
];

export function calendarFile({ id, title, place, text, url, startsAt, endsAt, isCancelled, sequence, stampedAt }: CalendarEntry): string {
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Gestaltungsraum//Termine//DE', 'CALSCALE:GREGORIAN'],
		`METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`,
		...zone,
		...['BEGIN:VEVENT', `UID:${id}@gestaltungsraum`, `DTSTAMP:${utc(stampedAt)}`, `SEQUENCE:${sequence}`],
		...[`DTSTART;TZID=Europe/Berlin:${berlin(startsAt)}`, `DTEND;TZID=Europe/Berlin:${berlin(endsAt)}`],
		...[`SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(text)}`, `URL:${url}`],
		...[`STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`, 'END:VEVENT', 'END:VCALENDAR']
	];
	return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The file as an answer that a browser hands on to the calendar. */
export const calendarResponse = (entry: CalendarEntry): Response =>
	new Response(calendarFile(entry), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'cache-control': 'private, no-store',
			'content-disposition': 'attachment; filename="termin.ics"'
		}
	});
