import type { House } from '#lib/server/house.ts';
import { cast } from '#testing/cast.ts';

/** Who lives in the demo world, and where one becomes them. */
export function welcome({ env }: House): string[] {
	const people = Object.values(cast);
	const width = Math.max(...people.map(({ name }) => name.length));
	return [
		`Zum Ausprobieren: ${env.baseUrl}/demo meldet mit einem Klick an als`,
		...people.map(({ name, biography }) => `  ${name.padEnd(width)}  ${biography}`),
		`Mails, die verschickt würden: ${env.baseUrl}/dev/mail`
	];
}
