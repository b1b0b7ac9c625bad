/** Showing a message to the administration. Whoever decides reads the words as they stood when they were reported. */

export const reportReasons = {
	insult: 'beleidigt oder entwürdigt',
	threat: 'droht oder bedrängt',
	hate: 'hetzt gegen Menschen',
	fraud: 'betrügt oder will an Daten oder Geld',
	spam: 'wirbt ungefragt',
	illegal: 'ist aus anderem Grund rechtswidrig',
	other: 'etwas anderes'
} as const;
export type ReportReason = keyof typeof reportReasons;

/** A message as it stood. `by` is the name then. */
export type FrozenMessage = { id: string; number: number; authorId: string | null; by: string; text: string; at: string; files: string[] };

/** With a whole conversation so many of its last messages are shown. */
export const frozenWithConversation = 20;
