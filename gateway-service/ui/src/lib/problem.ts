/** What went wrong with a request: an RFC 9457 problem, or status 0 when no answer came at all. */
export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly instance: string | undefined;

  constructor(status: number, fields: { type?: string; detail?: string; instance?: string } = {}) {
    super(fields.detail || `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.type = fields.type || 'about:blank';
    this.instance = fields.instance;
  }
}

export function isProblem(error: unknown, status: number): boolean {
  return error instanceof Problem && error.status === status;
}

export async function problemOf(response: Response): Promise<Problem> {
  try {
    const body: unknown = await response.json();
    return new Problem(response.status, typeof body === 'object' && body ? body : {});
  } catch {
    return new Problem(response.status);
  }
}
