import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { findSecret } from './find-secret.ts';
import { seal } from './internal/seal.ts';

const content = z.tuple([z.string(), z.number(), z.record(z.string(), z.string())]);

const invalid = () =>
	new Refusal(410, 'link-invalid', {
		message: 'Dieser Link ist unvollständig oder ungültig. Bitte ganz aus der Mail kopieren oder dort anklicken.'
	});

/** What a link made by `signLink` for that purpose says. Throws 410 when it was changed, is for something else, or is too old. */
export async function verifyLink(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ purpose, token }: { purpose: string; token: string }
): Promise<Record<string, string>> {
	const [body = '', signature = '', ...more] = token.split('.');
	const expected = Buffer.from(seal(body, await findSecret(ctx, 'links')));
	const given = Buffer.from(signature);
	if (more.length || given.length !== expected.length || !timingSafeEqual(given, expected)) throw invalid();
	const [for_, expires, data] = content.parse(JSON.parse(Buffer.from(body, 'base64url').toString()));
	if (for_ !== purpose) throw invalid();
	if (expires * 1000 < ctx.now.getTime())
		throw new Refusal(410, 'link-expired', { message: 'Dieser Link ist abgelaufen. Bitte anmelden und die Sache im Konto erledigen.' });
	return data;
}
