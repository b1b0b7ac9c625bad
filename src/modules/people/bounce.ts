/** So many soft bounces (a full mailbox) pause an address, for so many days. */
export const softLimit = 3;
export const pauseDays = 14;

/** What a delivery report (RFC 3464) says of one recipient. */
export type Report = { action: string; status: string; detail: string };

const field = (block: string, name: string): string =>
	new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im').exec(block)?.[1]?.replace(/\s+/g, ' ').trim() ?? '';

/** Reads the machine's part of a report: groups of fields, the first of the mail, each other of one recipient. */
export function readReports(deliveryStatus: string): Report[] {
	return deliveryStatus
		.split(/\r?\n[ \t]*\r?\n/)
		.map((block) => ({
			action: field(block, 'Action').toLowerCase(),
			status: /\d\.\d{1,3}\.\d{1,3}/.exec(field(block, 'Status'))?.[0] ?? '',
			detail: field(block, 'Diagnostic-Code').replace(/^smtp;\s*/i, '')
		}))
		.filter(({ action, status }) => action || status);
}

/** For good, for now, or nothing to worry about (delivered, relayed). A full mailbox and greylisting pass, even where a server calls them permanent. */
export function severity({ action, status }: Pick<Report, 'action' | 'status'>): 'hard' | 'soft' | null {
	if (action === 'delivered' || action === 'relayed' || action === 'expanded' || status.startsWith('2.')) return null;
	if (action === 'delayed' || status.startsWith('4.') || /^5\.(2\.2|3\.\d|7\.\d)/.test(status)) return 'soft';
	return action === 'failed' || status.startsWith('5.') ? 'hard' : null;
}

/** `bounce+` and a mark: the mail's id and a seal, in letters and digits alone, because mail servers change case. */
export const markedAddress = (address: string, mark: string): string => address.replace('@', `+${mark}@`);

/** The mark in an address of that form, wherever it stands in the text. */
export const markIn = (text: string): string | null => /\+([0-9a-f]{32}[0-9a-f]{16})@/i.exec(text)?.[1]?.toLowerCase() ?? null;
