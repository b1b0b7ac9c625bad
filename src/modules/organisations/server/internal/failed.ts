import { Refusal } from '#lib/refusal.ts';
import { failures, type FailureCode } from '../../provider.ts';

/** A sign-in at a provider that did not work, with its sentence. */
export const failed = (code: FailureCode): Refusal => new Refusal(code === 'too-many' ? 429 : 409, code, { message: failures[code] });

/** Whatever is refused there is told as this failure. */
export const orFailure = <T>(code: FailureCode, tried: Promise<T>): Promise<T> =>
	tried.catch((error: unknown) => {
		throw error instanceof Refusal ? failed(code) : error;
	});
