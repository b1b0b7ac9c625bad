import { loadReference } from '#modules/organisations/server/load-reference.ts';
import { command, WrongUsage } from '../command.ts';
import { generate } from '../generate/generate.ts';

function count(text: string, name: string, max: number): number {
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0 || value > max) throw new WrongUsage(`--${name} erwartet eine ganze Zahl von 0 bis ${max}.`);
	return value;
}

export default command({
	summary: 'erfindet Häuser und Gesuche über den wirklichen Kommunen, gekennzeichnet als Beispieldaten',
	args: {},
	options: {
		spaces: { type: 'string', value: 'N', default: '300', summary: 'so viele veröffentlichte Häuser' },
		requests: { type: 'string', value: 'N', default: '60', summary: 'so viele Gesuche' },
		seed: { type: 'string', value: 'S', default: '1', summary: 'Keim: derselbe ergibt dieselbe Welt' }
	},
	help: 'Kommt zu dem hinzu, was schon da ist, ganz oder gar nicht. Ab 20.000 Häusern sind die Listen währenddessen gesperrt.',
	run: async ({ options, house, say, progress, result }) => {
		const amount = {
			spaces: count(options.spaces, 'spaces', 5_000_000),
			requests: count(options.requests, 'requests', 1_000_000),
			seed: count(options.seed, 'seed', 2 ** 31 - 1)
		};
		const opened = await house();
		await loadReference(opened, say);
		await generate(opened.pool, amount, { now: new Date(), progress });
		say(`${amount.spaces} Häuser und ${amount.requests} Gesuche erfunden (Keim ${amount.seed}).`);
		result(amount);
	}
});
