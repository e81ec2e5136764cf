"""Every request this program knows, declared one a module."""

from app.forms import mas

FORMS = {form.id: form for form in (mas.FORM,)}
