import { Refusal } from '#lib/refusal.ts';

type Shown = { status: number; message: string; code?: string };

const frameworkSentences: Record<number, string> = {
	404: 'Diese Seite gibt es nicht.',
	405: 'So lässt sich diese Adresse nicht aufrufen.',
	413: 'Das ist zu groß, um angenommen zu werden.',
	415: 'Dieses Format wird hier nicht angenommen.'
};

const noDatabase = new Set(['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '53300']);

/** The database is away or restarts; drivers wrap the cause. */
function isDatabaseAway(error: unknown, depth = 0): boolean {
	const { code, syscall, message, cause } = (error ?? {}) as NodeJS.ErrnoException & { cause?: unknown };
	if (code === 'ENOENT' ? syscall === 'connect' : noDatabase.has(code ?? '')) return true;
	if (/^Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/.test(message ?? ''))
		return true;
	return depth < 5 && cause !== undefined && isDatabaseAway(cause, depth + 1);
}

/** Whoever asked went away before all of it had come. */
const isGone = (error: unknown): boolean =>
	error instanceof Error && error.message === 'aborted' && (error as NodeJS.ErrnoException).code === 'ECONNRESET';

/** What people see of an error: a status and a German sentence. `isBug` is true when somebody must look into the log. */
export function shownError(kind: string, error: unknown): { shown?: Shown; isBug: boolean } {
	if (error instanceof Refusal) return { shown: { status: error.status, message: error.message, code: error.code }, isBug: false };
	if (kind === 'unknown') {
		if (isGone(error))
			return { shown: { status: 400, message: 'Die Anfrage kam nicht vollständig an. Bitte noch einmal versuchen.' }, isBug: false };
		if (isDatabaseAway(error))
			return {
				shown: { status: 503, message: 'Die Datenbank antwortet gerade nicht. Bitte in einem Augenblick noch einmal versuchen.' },
				isBug: true
			};
		return { shown: { status: 500, message: 'Das hätte nicht geschehen dürfen. Der Fehler ist im Protokoll vermerkt.' }, isBug: true };
	}
	const status = (error as { status?: number } | null)?.status ?? 500;
	const message = kind === 'framework' ? frameworkSentences[status] : undefined;
	return { shown: message ? { status, message } : undefined, isBug: false };
}
