import type { AccessToken, User } from '@foodie-express/contracts';

const asha: User = {
  id: '69a41f3ceaa31495b46652d3',
  username: 'asha',
  email: 'asha@example.org',
  role: 'user',
  created_at: '2026-03-01T11:10:36.595Z',
};

const token: AccessToken = {
  access_token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJnZW4iOjAsInN1YiI6IjY5YTQxZjNjIn0.qdDVO_E5AEo-nPrSxTkzU69zJpotkGb8rGDlCOc3WI8',
  token_type: 'bearer',
  expires_in: 3600,
  refresh_token: '69a41f3ceaa31495b46652d4.JYBLa_Sss4F4COfWq5RE1YCbzIyAKYLF7SqJq9oudNg',
};

/** What of the accounts' calls the documentation shows. */
export const accountExamples = {
  asha,
  token,
  registration: { username: 'asha', email: 'asha@example.org', password: 'masala-chai-1' },
  credentials: { username: 'asha', password: 'masala-chai-1' },
  refresh: { refresh_token: token.refresh_token ?? '' },
  passwordChange: { current_password: 'masala-chai-1', new_password: 'masala-chai-2' },
  taken: [
    { code: 'already_exists', status: 400, detail: 'Username already registered', errors: [{ path: 'username', message: 'is in use already' }] },
    { code: 'already_exists', status: 400, detail: 'Email already registered', errors: [{ path: 'email', message: 'is in use already' }] },
  ],
  wrongPassword: [{ code: 'login_failed' }],
  overLogin: [{ code: 'login_required', detail: 'Your login is over. Please log in again.' }],
} as const;
