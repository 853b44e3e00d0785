import { openPopup } from '../popup/open-popup';

void openPopup('beside');
