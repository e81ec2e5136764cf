"""Every request this program knows, declared one a module."""

from app.forms import c2s, mas, s1106, s1110, s3705

FORMS = {form.id: form for form in (mas.FORM, s1106.FORM, s1110.FORM, s3705.FORM, c2s.FORM)}
