/** The Monday of the week of a moment, as "2026-11-23": what comes at most once a week is named by it. */
export function weekOf(moment: Date): string {
	const day = new Date(moment);
	day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
	return day.toISOString().slice(0, 10);
}
