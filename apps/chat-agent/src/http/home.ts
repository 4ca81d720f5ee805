import type { Request, Response } from 'express';
import type { HttpServices } from './http-services';

const FEATURES = [
  'restaurants by name, cuisine and dish',
  'menus with prices and options',
  'orders in plain words, placed after your yes',
  'login and registration inside the conversation',
  'your order history',
];

/** `GET /`: what this is, for whoever opens the address in a browser. */
export function home({ version }: HttpServices) {
  return (_request: Request, response: Response): void => {
    response.json({
      name: 'FoodieExpress chat agent',
      version,
      message: 'Say what you would like to eat: POST /chat {"user_id": "me", "message": "show me gujarati places"}',
      features: FEATURES,
    });
  };
}
