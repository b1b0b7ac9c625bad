import { createHmac, timingSafeEqual } from 'node:crypto';
import { stringify, parse } from 'uuid';
import type { Ctx } from '../../actor.ts';
import { findSecret } from '../find-secret.ts';

const sealOf = async (ctx: Pick<Ctx, 'db'>, hex: string): Promise<Buffer> =>
	createHmac('sha256', await findSecret(ctx, 'links'))
		.update(`bounce ${hex}`)
		.digest()
		.subarray(0, 8);

/** The mark of a mail: its id with a seal, so that nobody can stop somebody's mail by inventing a bounce. */
export async function bounceMark(ctx: Pick<Ctx, 'db'>, mailId: string): Promise<string> {
	const hex = Buffer.from(parse(mailId)).toString('hex');
	return hex + (await sealOf(ctx, hex)).toString('hex');
}

/** The id of the mail that carried this mark, or null for one that is not ours. */
export async function readBounceMark(ctx: Pick<Ctx, 'db'>, mark: string): Promise<string | null> {
	const hex = mark.slice(0, 32);
	const given = Buffer.from(mark.slice(32), 'hex');
	const expected = await sealOf(ctx, hex);
	return given.length === expected.length && timingSafeEqual(given, expected) ? stringify(Buffer.from(hex, 'hex')) : null;
}
